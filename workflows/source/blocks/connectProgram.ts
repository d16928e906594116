import type { Flow } from '../flow';
import { by, CALLED, IF, only, SET, STOP, sticky } from '../nodes';
import { marketo, type Platform } from './platforms';

const IDS = ['programId', 'webinarId'];

/**
 * Ties a Marketo program to a webinar, once per webinar: a start of its own, pressed by hand or called by another
 * workflow. It is no Manual Trigger, because n8n's editor keeps one of those when it imports, and that is the start
 * that tries the template.
 */
export function connectProgram(flow: Flow, platform: Platform, [x, y]: [number, number]): void {
	const start = flow.add('Connect a program', CALLED, [x, y], {
		// Numbers and texts are both welcome.
		workflowInputs: { values: IDS.map((name) => ({ name, type: 'any' })) },
	});
	const which = flow.add('Which program and webinar', SET, [x + 240, y], {
		assignments: {
			assignments: IDS.map((name) => ({
				id: flow.id(`assignment ${name}`),
				name,
				// What a calling workflow hands over; somebody who starts it by hand writes the number here.
				value: `={{ $json.${name} ?? '' }}`,
				type: 'string',
			})),
		},
		options: {},
	});
	const filled = flow.add(
		'Both are filled in',
		IF,
		[x + 480, y],
		only(
			flow,
			'filled in',
			...IDS.map((name) => ({
				left: `$json.${name}`,
				type: 'string' as const,
				operation: 'notEmpty',
			})),
		),
	);
	const missing = flow.add('Say what is missing', STOP, [x + 720, y + 200], {
		errorMessage:
			'Open the node "Which program and webinar", enter both the program ID and the webinar ID, and start "Connect a program" again',
	});
	const read = flow.add('Webinar to connect', platform.action, [x + 720, y], {
		resource: 'webinar',
		operation: 'get',
		webinar: by('$json.webinarId'),
	});
	const connect = flow.add('Connect webinar', marketo.action, [x + 960, y], {
		resource: 'program',
		operation: 'connectWebinar',
		program: by("$('Which program and webinar').item.json.programId"),
		// Somebody looks on: what is wrong ends the run in red.
		options: { whenPeopleFail: 'stop' },
	});
	flow.chain(start, which, filled, read, connect).wire(filled, missing, 1);
	sticky(
		flow,
		'Once per webinar',
		[x - 80, y - 240],
		[1280, 660],
		`### Once per webinar: connect its program
Marketo has to know which program belongs to which webinar. Open *Which program and webinar*, enter the **program ID** (the number behind \`PG\` or \`ME\` in the address of the program's page in Marketo) and the **webinar ID**, and start from *Connect a program*. *Connect webinar* says what it wrote into the program's My Tokens.

Another workflow can do it too: its *Execute Sub-workflow* hands over \`programId\` and \`webinarId\`.`,
		5,
	);
}
