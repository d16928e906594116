import type { Flow } from '../flow';
import { sticky } from '../nodes';
import { marketo, type Crm, type Platform } from './platforms';
import { EVERY_DAY, EVERY_HOUR } from './starts';

export const HAPPENED = 'Somebody registers or cancels';
export const BY_HAND = 'Try it with a coming webinar';

/** What the canvas says of the templates for registrations. */
export function registrationNotes(flow: Flow, { name }: Platform, crm: Crm, about: string): void {
	sticky(flow, 'About this template', [-900, -480], [760, 1440], about);
	sticky(
		flow,
		'Starts',
		[-100, -480],
		[580, 1340],
		`### 1. Four starts
- **${HAPPENED}:** ${name} calls. The same event delivered twice goes on once.
- **${BY_HAND}:** by hand, Preview is on.
- **${EVERY_DAY}:** reads the registrants of all coming webinars and writes what differs: whom ${name} told while n8n was down, and who registered before you activated this workflow.
- **${EVERY_HOUR}:** takes up whoever could not be written before, and webinars whose sync was switched on.`,
		7,
	);
	sticky(
		flow,
		'Which registrations',
		[2020, -480],
		[1720, 1340],
		`### 3. Which registrations
- **${name} calls:** the one registration. News that is older than what the log knows of the person is dropped: a late "registered" does not undo a cancellation.${
			crm === marketo
				? ' So is news of a webinar that had no program in the last 20 hours, because the search for one costs up to 300 calls.'
				: ''
		}
- **By hand:** everybody of your next webinar, or of the one you pick in *Pick a coming webinar*.
- **${EVERY_DAY}:** everybody of all coming webinars, but those on the open list. Who is unchanged or left out by a rule is not logged again.
- **${EVERY_HOUR}:** everybody who is open and whose time has come, up to 8 tries. After that they stay in \`n8nWebinarOpen\` for you to look at: do what \`repair\` says, set \`attempts\` to 0, and ${crm.name} gets them within the hour.`,
		7,
	);
	sticky(
		flow,
		'Who registered',
		[3760, -480],
		[1920, 1340],
		`### 4. Whose webinar, who registered
A webinar whose sync is off in \`n8nWebinarSettings\`: everybody who registers is noted in the log, and when you switch it on, its whole list is read and written. ${name}'s news names the host by ID only, so the webinar is read first, but only where the settings have a row for a host's email.

Of a whole webinar the registrants of every status are read. A webinar without registration has none. What cannot be read goes to *Could not run*: it lands in the log and in \`n8nWebinarOpen\`, and is tried again.`,
		7,
	);
	sticky(
		flow,
		`Write to ${crm.name}`,
		[5700, -480],
		[640, 1340],
		`### 5. Write to ${crm.name}
**Preview** is on only for *${BY_HAND}*.

**Options:** excluded domains come from \`n8nWebinarSettings\`; the others are here.

Run it as often as you like: what is there already is not written again.${
			crm === marketo
				? ' *Every day* leaves the lead fields of people whom Marketo knows as they are.'
				: ''
		}`,
		5,
	);
}
