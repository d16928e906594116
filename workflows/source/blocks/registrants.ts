import type { Flow } from '../flow';
import { by, IF, only, raw, SET } from '../nodes';
import type { Platform } from './platforms';
import { because } from './gone';

/**
 * One registration goes on as it is; of a webinar all registrants are read, whatever their status.
 * From x to x + 720.
 */
export function registrantsOf(
	flow: Flow,
	platform: Platform,
	[x, y]: [number, number],
): { first: string; one: string; listed: string; nobody: string; read: string; unread: string } {
	const first = flow.add(
		'One registration?',
		IF,
		[x, y],
		only(flow, 'one', {
			left: "$json.registrant?.status ?? ''",
			type: 'string',
			operation: 'notEmpty',
		}),
	);
	const read = flow.add(
		'Get registrants',
		platform.action,
		[x + 240, y + 100],
		{
			resource: 'registrant',
			operation: 'getAll',
			webinar: by('$json.webinar.webinarId'),
			status: 'all',
			returnAll: true,
			options: {},
		},
		{ onError: 'continueErrorOutput' },
	);
	const listed = flow.add(
		'With their webinar',
		SET,
		[x + 480, y + 100],
		raw(`{ webinar: $('One registration?').item.json.webinar, registrant: $json }`),
	);
	const unread = because(
		flow,
		'Nobody to register there?',
		[x + 480, y + 400],
		'registrationNotEnabled',
		'webinarNotFound',
	);
	const nobody = flow.add(
		'Nobody to write',
		SET,
		[x + 720, y + 300],
		raw(`{
	webinar: $json.webinar,
	...($json.openKey ? { openKey: $json.openKey, attempts: $json.attempts } : {}),
	kind: 'webinar',
	outcome: {
		result: 'skipped',
		action: 'none',
		reason: $json.details.reason,
		message: $json.message,
		repair: '',
		preview: false
	}
}`),
	);
	flow.wire(first, read, 1).chain(read, listed).wire(read, unread, 1).chain(unread, nobody);
	return { first, one: first, listed, nobody, read, unread };
}
