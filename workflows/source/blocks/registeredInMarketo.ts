import { Flow } from '../flow';
import { by, cases, FILTER, IF, only, raw, SET, sticky, SWITCH } from '../nodes';
import { account } from './account';
import { ADD, became, kept } from './became';
import { connectProgram } from './connectProgram';
import { marketo, zoom } from './platforms';
import { MARKETO_TELLS } from './registering';
import { whatCame } from './runs';
import { switchOf } from './settings';
import { EVERY_HOUR, everyHour, startedBy } from './starts';
import { tables } from './tables';
import { tryAgain } from './tryAgain';

const TOLD = 'Registered in Marketo';
const CHOSEN = 'Which campaign';
const NEWS = 'Is it new?';

export interface RegisteredInMarketo {
	key: string;
	title: string;
	about: string;
	/** Minute of the hourly look. */
	minute: number;
}

/** The status Registered of a program registers people, and requests the campaign that mails the link. */
export function registeredInMarketo({ key, title, about, minute }: RegisteredInMarketo): Flow {
	const flow = new Flow(key, title);
	sticky(flow, 'About this template', [-900, -480], [760, 1340], about);
	flow.add(TOLD, MARKETO_TELLS, [0, 0], {
		event: 'programStatusChanged',
		newStatuses: ['Registered'],
		includeWebinar: true,
		options: {},
	});
	const zoomOnly = flow.add(
		'Of a Zoom webinar to come',
		FILTER,
		[240, 0],
		only(flow, 'zoom', {
			left: "$json.webinar?.provider === 'zoom' && !$json.webinar.cancelled",
			type: 'boolean',
			operation: 'true',
		}),
	);
	const hour = everyHour(flow, [240, 400], minute);
	startsNote(flow);
	const { first, last } = tables(flow, [600, 240]);
	flow.wire(TOLD, zoomOnly).wire(zoomOnly, first).wire(hour, first);

	const chosen = flow.add(
		CHOSEN,
		SET,
		[2100, 240],
		{
			assignments: {
				assignments: ['campaignId', 'reasonField'].map((name) => ({
					id: flow.id(`assignment ${name}`),
					name,
					value: '',
					type: 'string',
				})),
			},
			options: {},
		},
		{ executeOnce: true },
	);
	const which = flow.add(
		'What started this?',
		SWITCH,
		[2340, 240],
		cases(
			flow,
			'started',
			[TOLD, EVERY_HOUR].map((name) => [name, startedBy(name)]),
		),
	);
	flow.chain(last, chosen, which);
	const each = whatCame(flow, { node: which, output: 0 }, [2580, 40], zoomOnly);
	const back = tryAgain(flow, { node: which, output: 1 }, [2580, 340]);
	whichNote(flow);

	const person = flow.add(
		'Person to register',
		SET,
		[3160, 40],
		raw(`{
	${kept(['mailDue', 'webinar'])},
	sync: ${switchOf('sync')}
}`),
	);
	const isOn = flow.add(
		'Is sync on for it?',
		IF,
		[3400, 40],
		only(flow, 'on', { left: '$json.sync', type: 'boolean', operation: 'true' }),
	);
	const off = flow.add('Sync is off', SET, [3640, 340], raw(SYNC_OFF));
	const add = flow.add(ADD, zoom.action, [3640, 40], ADDING, { onError: 'continueErrorOutput' });
	const isNew = flow.add(NEWS, SET, [3880, 40], raw(IS_NEW));
	for (const name of [each, back]) flow.wire(name, person);
	flow.chain(person, isOn, add, isNew).wire(isOn, off, 1).wire(add, isNew, 1);
	registerNote(flow);

	const sync = flow.add(
		'Sync registrations',
		marketo.action,
		[4220, 40],
		{
			resource: 'registration',
			operation: 'sync',
			program: by('$json.programId'),
			mapData: 'automatic',
			preview: false,
			options: {
				knownPeople: 'leave',
				reasonField: `={{ $('${CHOSEN}').first().json.reasonField }}`,
			},
		},
		{ onError: 'continueErrorOutput' },
	);
	const done = flow.add('What became of them', SET, [4460, 40], raw(BECAME));
	const mail = flow.add(
		'Is a mail to be sent?',
		IF,
		[4700, 40],
		only(flow, 'mail', { left: MAIL_WANTED, type: 'boolean', operation: 'true' }),
	);
	const request = flow.add(
		'Request campaign',
		marketo.action,
		[4940, -60],
		{
			resource: 'campaign',
			operation: 'request',
			campaign: by(`$('${CHOSEN}').first().json.campaignId`),
			findBy: 'leadId',
			leadId: '={{ $json.leadId }}',
			preview: false,
			options: {},
		},
		{ onError: 'continueErrorOutput' },
	);
	const mailed = flow.add('What became of the mail', SET, [5180, -60], raw(MAILED));
	flow.chain(isNew, sync, done, mail, request, mailed).wire(sync, done, 2).wire(request, mailed, 1);
	marketoNote(flow);
	const accounts = account(flow, [5600, 0], {
		section: 6,
		destination: 'Zoom',
		unit: ['person', 'people'],
		done: 'registered',
		key: '(json.leadId || json.email)',
	});
	flow.wire(mail, accounts, 1).wire(mailed, accounts).wire(off, accounts);
	connectProgram(flow, zoom, [0, 1180]);
	return flow;
}

/** *Add contact to webinar* for items of the trigger. */
const ADDING = {
	resource: 'registrant',
	operation: 'add',
	webinar: by('$json.webinar.webinarId'),
	occurrence: by('$json.webinar.occurrenceId'),
	email: '={{ $json.email }}',
	firstName: '={{ $json.firstName }}',
	lastName: '={{ $json.lastName }}',
	fields: { mappingMode: 'defineBelow', value: null },
	options: {},
};

const SYNC_OFF = `{
	...$json,
	outcome: {
		result: 'skipped',
		action: 'none',
		reason: 'syncOff',
		message: 'Syncing is switched off for this webinar',
		repair: 'Switch it on in n8nWebinarSettings; within the hour the person is registered',
		preview: false
	}
}`;

/** A mail is due to who is registered now and has not had it, also when Marketo can only be written later. */
const IS_NEW = `{
	...$json,
	registered: $json.outcome,
	mailDue: Boolean($json.mailDue) || ($json.outcome?.result === 'synced' && $json.outcome.reason !== 'pendingApproval')
}`;

const BECAME = became({
	registered: '$json.registered',
	success: "['synced', 'unchanged'].includes($json.outcome?.result)",
	further: ['mailDue', 'webinar'],
	also: "linkWritten: ['synced', 'unchanged'].includes($json.outcome?.result),",
});

const MAIL_WANTED = `$json.mailDue && $json.linkWritten && $('${CHOSEN}').first().json.campaignId !== ''`;

/** Where it is not known whether the request was taken, it is not repeated: nobody is mailed twice. */
const MAILED = `((before, request) => ({
	...before,
	mailDue: ['deferred', 'failed'].includes(request.result) && request.reason !== 'uncertain',
	outcome: ['synced', 'unchanged'].includes(request.result)
		? { ...before.outcome, message: [before.outcome.message, 'The mail was requested'].filter((part) => part).join('. ') }
		: { ...request, message: 'Registered, but the mail was not requested: ' + request.message }
}))($('Is a mail to be sent?').item.json, $json.outcome)`;

function startsNote(flow: Flow): void {
	sticky(
		flow,
		'Starts',
		[-100, -480],
		[580, 1340],
		`### 1. Two starts
- **${TOLD}:** Marketo is asked once a minute who has become Registered; set **Poll Times** to ask less often. Programs without a connected Zoom webinar are passed over, so connect them before people register.
- **${EVERY_HOUR}:** takes up people whom Zoom or Marketo could not take at the time, e.g. because a daily limit was used up, and webinars whose sync was switched on.`,
		7,
	);
}

function whichNote(flow: Flow): void {
	sticky(
		flow,
		'Which campaign, which people',
		[2020, -480],
		[1060, 1340],
		`### 3. Which campaign, which people
**${CHOSEN}** holds two choices of yours:
- \`campaignId\`: the smart campaign that mails the link, the number behind \`SC\` in the address of its page. **Empty = no mail.**
- \`reasonField\`: the API name of a custom program member field for the reason of a Registration Error. Empty = the log only.

Everybody in \`n8nWebinarOpen\` whose time has come is tried again, up to 8 times. After that they stay for you to look at: do what \`repair\` says, set \`attempts\` to 0, and they are taken up within the hour. Whom Zoom refuses for a reason of their own, e.g. a missing first name, is not tried again: correct the person in Marketo and make them Registered again.`,
		7,
	);
}

function registerNote(flow: Flow): void {
	sticky(
		flow,
		'Register',
		[3100, -480],
		[1000, 1340],
		`### 4. Register with Zoom
A webinar whose sync is off in \`n8nWebinarSettings\` (by webinar ID or by default) registers nobody until you switch it on.

*Add contact to webinar* registers everybody at once. Map answers to the webinar's questions in **Fields**, e.g. \`{{ $json.company }}\`.

Who was registered before, e.g. on Zoom's own page, is not mailed.`,
		5,
	);
}

function marketoNote(flow: Flow): void {
	sticky(
		flow,
		'Write to Marketo',
		[4120, -480],
		[1280, 1340],
		`### 5. Write to the program, then have the mail sent
*Sync registrations* writes \`{{member.webinar url}}\`, and Registration Error for who could not be registered. The status Registered is there already, so nothing starts again.

*Request campaign* comes last: the mail has its link. It is requested once for each person: only for who is newly registered, and never again where its answer was lost.`,
		5,
	);
}
