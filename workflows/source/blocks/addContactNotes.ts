/** The notes on the canvas of the templates of `addContact`. */
import type { Flow } from '../flow';
import { sticky } from '../nodes';
import type { Platform } from './platforms';
import { EVERY_HOUR } from './starts';

export function startsNote(flow: Flow, { name }: Platform, waits: boolean): void {
	const choices = waits
		? '\n- Its second output: HubSpot asks for the entries of the drop-down *Upcoming webinar*. They are the webinars of all hosts, soonest first.'
		: '';
	sticky(
		flow,
		'Starts',
		[-100, -480],
		[820, 1340],
		`### 1. Two starts
- **HubSpot asks:** a contact comes to the action of a HubSpot workflow. The same contact twice is registered once.${choices}
- **${EVERY_HOUR}:** takes up people whom ${name} or HubSpot could not take at the time, e.g. because ${name}'s limit of the day was used up.`,
		7,
	);
}

export function againNote(flow: Flow, { name }: Platform, waits: boolean): void {
	const told = waits
		? ' HubSpot has had its answer (deferred or failed) and takes only one, so its workflow is not told again: the webinar properties of the contact are.'
		: '';
	sticky(
		flow,
		'Who is tried again',
		[2280, -480],
		[1000, 1340],
		`### 3. Who is tried again
Everybody in \`n8nWebinarOpen\` whose time has come, up to 8 tries. After that they stay for you to look at: do what \`repair\` says, set \`attempts\` to 0, and they are taken up within the hour.${told}

**Registered before?** Who is registered on ${name} already and only missing in HubSpot is not registered again.

A contact without a first name, or with a webinar that ${name} does not know, is not tried again: it is in the log. Correct the contact or the action in HubSpot and enroll it once more.`,
		7,
	);
}

export function registerNote(flow: Flow, { name }: Platform, waits: boolean): void {
	const answer = waits
		? `
**Complete workflow action** tells HubSpot whether the contact was registered: one answer, whatever breaks. Branch in HubSpot on *Registration status*. Do not put a Wait node before it.
`
		: '';
	sticky(
		flow,
		'Register',
		[3300, -480],
		[1340, 1340],
		`### 4. Register${waits ? ' and answer' : ''}
**Add contact to webinar** registers on ${name}. Map answers to the webinar's questions in **Fields**, or, for webinars that differ, in the option **Custom Questions**, e.g. \`{{ $json.properties.company }}\`. Somebody who cancelled, or was denied, is left out; the option **When Already Denied or Cancelled** changes that.
${answer}
All this happens before the tables are touched.`,
		5,
	);
}

export function writeNote(flow: Flow): void {
	sticky(
		flow,
		'Write to HubSpot',
		[4660, -480],
		[1300, 1340],
		`### 5. Write the registration to HubSpot
**Sync registrations** fills the webinar properties of the contact (last registered webinar, join link, count) and registers it for the marketing event, so that HubSpot can use the link in an email. Whoever waits for the host's approval is left out for now.

\`sync\` and \`excludedDomains\` of \`n8nWebinarSettings\` count here only: your HubSpot workflow decides who is registered. A webinar whose sync is off is written when you switch it on.`,
		5,
	);
}
