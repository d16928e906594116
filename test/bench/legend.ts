/** What the columns mean, by the title of the subject. */
const LEGENDS: Record<string, string> = {
	Calls: `- **Webinar ended**: _Reference_ is what cannot be done with fewer, reading back and looking up included.
  Counted are first runs with the default settings, which also make HubSpot's properties; of the calls of
  _Reference_ each is named, with why it is needed, in \`test/bench/floor.ts\`.
- **Beside n8n's own nodes**: _Reference_ is the same work by n8n's HTTP Request node, page by page from
  Zoom and then for every person the write and the read that n8n's HubSpot node sends, the registration
  and the attendance, at the pace that HubSpot's limit allows. The HubSpot node itself cannot be pointed
  anywhere but at HubSpot, and has no operation for marketing events.
- **At once, beside one by one**: _Reference_ is our own node in a loop that gives it one person at a time,
  reading back without its pause, which would make the loop minutes longer and changes no number of
  calls.
- **Register**: _Reference_ is 30 people a call by batch and one otherwise, and the five reads beforehand.`,
	'Refused calls': `Of all calls, _Reference_, those that a vendor refused for its limits although nobody else used
its quota. None may be.`,
	Clock: `- **Webinar ended**: from the start of _Get attendees_ to the end of _Sync attendance_, with the default
  settings. _Reference_ is the least time: of each vendor until its limits let the last of the fewest
  calls begin, and then until those of the last window are answered. The answers are the sandbox's, on the
  same machine. With HubSpot, the node's default pause of 5 seconds before contacts are read back is part of
  it.
- The credential of Marketo is set to take the whole of Marketo's quota; as it comes it takes half, because
  the quota is shared with all other integrations of the instance.
- Up to 1,000 registrants no limit is reached, so the limits leave no time at all, and the ratio tells what
  is computed beside the answers. From 10,000 on the limits are the bottleneck, and at most 1.15 is
  allowed.
- **Beside n8n's own nodes**: the same work as under _Calls_, both at the pace that the limits allow, ours with
  its pause of 5 seconds.
- **Against the pauses Zoom asks for**: _Reference_ is the time of the pauses that the node made for Zoom's
  limits per second (the Pro plan's).
- **Against a quota**: _Reference_ is the least time in which the vendor takes the fewest calls, whoever
  computes how fast. Of Zoom it is the time of the label that takes longest, because each page names the
  next one and nothing but lists of other labels can be read meanwhile. Not more than 1.15 is allowed.
- **Against the half that another client leaves**: while another client of the same account sends as many
  calls as half of the quota, evenly, and again what is refused. Not more than 1.3 is allowed, and everybody
  is written.`,
	Computing: `- **5,000 → 50,000**: _Reference_ is the smaller case, _Ours_ the larger one.
- **Per person**: with n8n's requests, without waits. _Reference_ is JSON.parse and JSON.stringify of the
  same items, or n8n's Edit Fields adding one field to them.`,
	Memory: `- **5,000 → 50,000**: _Reference_ is the smaller case, _Ours_ the larger one: what is in use at the peak, above
  what was in use when everything was loaded.
- **Beside a gigabyte**: so many people the memory suffices for, as long as it grows as these do.
- **Recordings**: the resident memory of the process; _Reference_ is what is allowed.`,
	'Start-up': `- **Loading**: _Reference_ is the same of n8n's engine alone.
- **Package**: _Reference_ is what is allowed.`,
};

/** Markdown below the table of a subject; empty where its rows speak for themselves. */
export function legendOf(title: string): string {
	return LEGENDS[title] ?? '';
}
