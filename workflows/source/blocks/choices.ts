import type { Flow, Parameters } from '../flow';
import type { Platform } from './platforms';

/**
 * A drop-down of the CRM asks for webinars: the trigger's second output is answered at once, without a look at
 * the tables.
 * @param answer the node that returns the choices
 */
export function choices(
	flow: Flow,
	{ asked, platform, answer }: { asked: string; platform: Platform; answer: Answer },
	[x, y]: [number, number],
): void {
	const webinars = flow.add(
		'Webinars to come',
		platform.action,
		[x, y],
		{ resource: 'webinar', operation: 'getAll', which: 'upcoming', hosts: 'all', returnAll: true },
		// No webinar is an answer as well.
		{ alwaysOutputData: true },
	);
	const returned = flow.add(answer.name, answer.action, [x + 240, y], {
		...answer.parameters,
		operation: 'returnChoices',
		mapData: 'automatic',
	});
	flow.wire(asked, webinars, 1).wire(webinars, returned);
}

interface Answer {
	name: string;
	action: Platform['action'];
	parameters: Parameters;
}
