import type { Flow } from '../flow';
import { by, MANUAL, SET, sticky } from '../nodes';
import { marketo, type Platform } from './platforms';

/** Ties a Marketo program to a webinar by hand, once per webinar: a start of its own. */
export function connectProgram(flow: Flow, platform: Platform, [x, y]: [number, number]): void {
	const start = flow.add('Connect a program', MANUAL, [x, y], {});
	const which = flow.add('Which program and webinar', SET, [x + 240, y], {
		assignments: {
			assignments: ['programId', 'webinarId'].map((name) => ({
				id: flow.id(`assignment ${name}`),
				name,
				value: '',
				type: 'string',
			})),
		},
		options: {},
	});
	const read = flow.add('Webinar to connect', platform.action, [x + 480, y], {
		resource: 'webinar',
		operation: 'get',
		webinar: by('$json.webinarId'),
	});
	const connect = flow.add('Connect webinar', marketo.action, [x + 720, y], {
		resource: 'program',
		operation: 'connectWebinar',
		program: by("$('Which program and webinar').first().json.programId"),
		options: {},
	});
	flow.chain(start, which, read, connect);
	sticky(
		flow,
		'Once per webinar',
		[x - 80, y - 240],
		[1040, 440],
		`### Once per webinar: connect its program
Marketo has to know which program belongs to which webinar. Open *Which program and webinar*, enter the **program ID** (the number behind \`PG\` or \`ME\` in the address of the program's page) and the **webinar ID**, and start from *Connect a program*. *Connect webinar* says what it wrote into the program's My Tokens.`,
		5,
	);
}
