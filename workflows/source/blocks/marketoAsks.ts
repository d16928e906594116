import { Flow } from '../flow';
import { by, cases, MERGE, raw, SET, sticky, SWITCH } from '../nodes';
import { account } from './account';
import { ADD, became } from './became';
import { choices } from './choices';
import { connectProgram } from './connectProgram';
import { marketo, zoom } from './platforms';
import { MARKETO_ASKS } from './registering';
import { EVERY_HOUR, everyHour, startedBy, whatStarted } from './starts';
import { tables } from './tables';
import { tryAgain } from './tryAgain';

const ASKED = 'Marketo asks';
const CHOICES = {
	name: 'Return choices to Marketo',
	action: marketo.action,
	parameters: { resource: 'flowStep' },
};
/** What an item keeps beside the person, for another try. */
const FURTHER = ['webinarId', 'occurrenceId', 'joinUrl', 'fields'];

export interface MarketoAsks {
	key: string;
	title: string;
	about: string;
	calledBy: 'flowStep' | 'webhook';
	/** Minute of the hourly look. */
	minute: number;
}

/**
 * A smart campaign sends people, and waits. They are registered and Marketo is answered before anything
 * else happens: the tables and the account come after it.
 */
export function marketoAsks({ key, title, about, calledBy, minute }: MarketoAsks): Flow {
	const flow = new Flow(key, title);
	const isFlowStep = calledBy === 'flowStep';
	sticky(flow, 'About this template', [-900, -480], [760, 1340], about);
	flow.add(
		ASKED,
		MARKETO_ASKS,
		[0, -60],
		{ calledBy, ...(!isFlowStep && { answer: 'whenResult' }), options: {} },
		{ webhook: true },
	);
	if (isFlowStep) choices(flow, { asked: ASKED, platform: zoom, answer: CHOICES }, [240, 180]);
	const hour = everyHour(flow, [240, 540], minute);
	startsNote(flow, isFlowStep);

	const { first, last } = tables(flow, [840, 240]);
	const which = whatStarted(flow, [2360, 340], [ASKED, EVERY_HOUR]);
	const back = tryAgain(flow, { node: which, output: 1 }, [2600, 500]);
	againNote(flow);

	const add = flow.add(ADD, zoom.action, [3160, -60], ADDING, { onError: 'continueErrorOutput' });
	const hears = flow.add(
		'Who hears of it?',
		SWITCH,
		[3400, -60],
		cases(flow, 'hears', [
			['Marketo waits', startedBy(ASKED)],
			['Its program', 'Boolean($json.programId)'],
			['The account only', 'true'],
		]),
	);
	const answer = flow.add(
		'Return result',
		marketo.action,
		[3640, -160],
		{
			resource: 'flowStep',
			operation: 'returnResult',
			leadId: '={{ $json.leadId }}',
			mapData: 'automatic',
			writeToProgram: true,
			program: by('$json.programId'),
			options: {},
		},
		{ onError: 'continueErrorOutput' },
	);
	const sync = flow.add(
		'Sync registrations',
		marketo.action,
		[3640, 100],
		{
			resource: 'registration',
			operation: 'sync',
			program: by('$json.programId'),
			mapData: 'automatic',
			preview: false,
			options: { knownPeople: 'leave' },
		},
		{ onError: 'continueErrorOutput' },
	);
	const told = flow.add(
		'What became of them',
		SET,
		[3880, -160],
		raw(words('$json.flowStep?.success ?? false')),
	);
	const done = flow.add(
		'What became of them later',
		SET,
		[3880, 100],
		raw(words("['synced', 'unchanged'].includes($json.outcome?.result)")),
	);
	// Lets the people through when the tables are there.
	const both = flow.add('Answered, and tables ready', MERGE, [4120, 320], {
		mode: 'chooseBranch',
		useDataOfInput: 1,
	});
	registerNote(flow, isFlowStep);
	const accounts = account(flow, [4520, 0], {
		section: 5,
		destination: 'Zoom',
		unit: ['person', 'people'],
		done: 'registered',
		key: '(json.leadId || json.email)',
		// The same call once more, which has changed nothing.
		notLogged: '!json.news',
	});
	flow
		// In this order: n8n runs the higher one first, to its end.
		.wire(ASKED, [add, first])
		.wire(hour, first)
		.wire(last, which)
		.wire(which, both, 0, 1)
		.wire(back, add)
		.wire(add, hears)
		.wire(add, hears, 1)
		.wire(hears, answer)
		.wire(hears, sync, 1)
		.wire(hears, done, 2)
		.wire(answer, told)
		.wire(answer, told, 1)
		.wire(told, both)
		.wire(sync, done)
		.wire(sync, done, 2)
		.wire(both, accounts)
		.wire(done, accounts);
	connectProgram(flow, zoom, [0, 1180]);
	return flow;
}

/** *Add contact to webinar* for items of the trigger. */
const ADDING = {
	resource: 'registrant',
	operation: 'add',
	webinar: by('$json.webinarId'),
	occurrence: by('$json.occurrenceId'),
	email: '={{ $json.email }}',
	firstName: '={{ $json.firstName }}',
	lastName: '={{ $json.lastName }}',
	fields: { mappingMode: 'defineBelow', value: null },
	options: {},
};

const words = (success: string): string =>
	became({
		registered: `$('${ADD}').item.json.outcome`,
		success,
		further: FURTHER,
		also: `webinar: {
		webinarId: $json.webinarId,
		occurrenceId: $json.occurrenceId,
		topic: $json.webinar?.topic ?? ($json.webinarFrom === 'program' ? $json.tokens?.['Webinar Topic'] ?? '' : '')
	},`,
	});

function startsNote(flow: Flow, isFlowStep: boolean): void {
	const asked = isFlowStep
		? `- **${ASKED}:** people come to your flow step. At its second output Marketo asks which webinars the step can offer, at night and when you refresh the service.`
		: `- **${ASKED}:** a person comes to *Call Webhook*, which waits 30 seconds at most.`;
	sticky(
		flow,
		'Starts',
		[-100, -480],
		[820, 1340],
		`### 1. Two starts
${asked}
- **${EVERY_HOUR}:** takes up people whom Zoom or Marketo could not take at the time, e.g. because a daily limit was used up. Marketo had its answer already; the program is written.`,
		7,
	);
}

function againNote(flow: Flow): void {
	sticky(
		flow,
		'Who is tried again',
		[2280, -480],
		[780, 1340],
		`### 3. Who is tried again
Everybody in \`n8nWebinarOpen\` whose time has come, up to 8 tries. After that they stay for you to look at: do what \`repair\` says, set \`attempts\` to 0, and they are taken up within the hour.

Whom Zoom refuses for a reason of their own, e.g. a missing first name, is not tried again: they are in the log, and as Registration Error in the program. Correct the person in Marketo and run them through the step once more.

The switch \`sync\` of \`n8nWebinarSettings\` does not stop this template: your campaign decides who registers.`,
		7,
	);
}

function registerNote(flow: Flow, isFlowStep: boolean): void {
	const where = isFlowStep ? 'step' : 'webhook';
	sticky(
		flow,
		'Register and answer',
		[3080, -480],
		[1240, 1340],
		`### 4. Register, write to the program, answer Marketo
*Add contact to webinar* takes the webinar of the ${where}. Map answers to the webinar's questions in **Fields**, e.g. \`{{ $json.company }}\`. *Return result* writes status, \`{{member.webinar url}}\` and reason to the program, then tells Marketo: one result per person, whatever breaks. To keep the reason on the member, name a custom member field in its option **Reason Field**.

This runs before the tables are touched, because Marketo waits. Do not put a Wait node here.`,
		5,
	);
}
