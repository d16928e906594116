import { native, type Flow } from '../flow';
import { IF, only, raw, SET, sticky, WAIT } from '../nodes';
import type { Platform } from './platforms';
import { BODY, RECIPIENTS, SENDER, SUBJECT } from './reportMail';
import { startedBy } from './starts';

const MAIL = [native('emailSend'), 2.1] as const;
const TO_MAIL = 'Is there somebody to mail to?';

/** Who gets it, what the user fills in; the webinar goes through. */
export function recipients(flow: Flow, position: [number, number]): string {
	const assignments = ['to', 'from'].map((name) => ({
		id: flow.id(`assignment ${name}`),
		name,
		value: '',
		type: 'string',
	}));
	return flow.add('Who gets the report', SET, position, {
		assignments: { assignments },
		includeOtherFields: true,
		options: {},
	});
}

/** *Get report*, asked again while the platform is not ready. */
export function report(flow: Flow, platform: Platform, [x, y]: [number, number]): string {
	const read = flow.add(
		'Get report',
		platform.action,
		[x, y],
		{
			resource: 'webinar',
			operation: 'report',
			webinar: { __rl: true, mode: 'id', value: '={{ $json.webinar.webinarId }}' },
			session: 'one',
			sessionId: '={{ $json.webinar.sessionId }}',
			filesToAttach: ['page', 'people'],
			options: { finalAfterHours: 2, retryAfterMinutes: 10 },
		},
		{ onError: 'continueErrorOutput' },
	);
	const wait = flow.add(
		'Wait for the report',
		WAIT,
		[x + 240, y + 200],
		{ resume: 'specificTime', dateTime: '={{ $json.retryAt }}' },
		{ webhook: true },
	);
	flow.wire(read, wait, 1).wire(wait, read);
	return read;
}

/** An entry of the account about a report. */
const entry = (item: string, outcome: string) =>
	raw(`{
	webinar: ${item}.webinar,
	email: ${RECIPIENTS.replaceAll('$json', item)},
	attempts: $('Webinar to report').all().find(({ json }) => json.webinar.sessionId === ${item}.webinar.sessionId)?.json.attempts,
	outcome: { ${outcome} }
}`);

/** Mails a report, or only shows it. Everything ends in the account. */
export function mail(
	flow: Flow,
	from: string,
	byHand: string,
	accounts: string,
	[x, y]: [number, number],
): void {
	const isTrial = flow.add(
		'Only to look at?',
		IF,
		[x, y],
		only(flow, 'trial', { left: startedBy(byHand), type: 'boolean', operation: 'true' }),
	);
	const shown = flow.add(
		'Look at the report',
		SET,
		[x + 720, y - 200],
		entry(
			'$json',
			"result: 'synced', action: 'none', reason: '', message: 'Open the files of Get report: page and people', repair: '', preview: true",
		),
	);
	const isTo = flow.add(
		TO_MAIL,
		IF,
		[x + 240, y + 100],
		only(flow, 'to', { left: RECIPIENTS, type: 'string', operation: 'notEmpty' }),
	);
	const send = flow.add(
		'Mail the report',
		MAIL,
		[x + 480, y],
		{
			resource: 'email',
			operation: 'send',
			fromEmail: SENDER,
			toEmail: `={{ ${RECIPIENTS} }}`,
			subject: SUBJECT,
			emailFormat: 'html',
			html: BODY,
			options: { appendAttribution: false, fileAttachments: 'page,people' },
		},
		{ onError: 'continueErrorOutput' },
	);
	const sent = `$('${TO_MAIL}').item.json`;
	const mailed = flow.add(
		'Mailed',
		SET,
		[x + 720, y],
		entry(
			sent,
			"result: 'synced', action: 'mailed', reason: '', message: 'The report was mailed', repair: '', preview: false",
		),
	);
	const refused = flow.add(
		'Not mailed',
		SET,
		[x + 720, y + 200],
		entry(
			sent,
			"result: 'failed', action: 'none', reason: 'vendorRejected', message: 'The mail server did not take the report: ' + ($json.error?.message ?? $json.error ?? $json.message), repair: 'Check the SMTP credential, and the addresses in Who gets the report', preview: false",
		),
	);
	const nobody = flow.add(
		'Nobody to mail to',
		SET,
		[x + 720, y + 400],
		entry(
			'$json',
			"result: 'failed', action: 'none', reason: 'noEmail', message: 'Nobody is named who gets the report, and the platform does not tell whose webinar it is', repair: 'Enter the addresses in Who gets the report; within some hours the report is mailed', preview: false",
		),
	);
	flow
		.wire(from, isTrial)
		.wire(isTrial, shown)
		.wire(isTrial, isTo, 1)
		.wire(isTo, send)
		.wire(isTo, nobody, 1)
		.wire(send, mailed)
		.wire(send, refused, 1);
	for (const name of [shown, mailed, refused, nobody]) flow.wire(name, accounts);
	sticky(
		flow,
		'Send it',
		[x - 80, -480],
		[1120, 1340],
		`### 5. Mail the report
**Mail the report** needs your **SMTP** credential. The mail has the key figures; the page with the charts and the CSV of the people are attached.

**To post it to Slack instead:** put a Slack node (*File → Upload*, once for the binary field \`page\`, once for \`people\`) in the place of *Mail the report*, with *On Error: Continue (using error output)*, and connect its outputs as those of the mail were. For Teams, Drive or an archive likewise.

**By hand** nothing is mailed: open *Get report* and look at its files under *Binary*.`,
		5,
	);
}
