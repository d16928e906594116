import type { Flow } from '../flow';
import { raw, SET } from '../nodes';

/**
 * Makes an entry for the account out of what an error output gives: which node could not run, for
 * which webinar, the words and what to do. Behind the error output of nodes that read.
 * @param through a node between: the one that reads, by the name of the one that passes its errors on
 */
export function couldNotRun(
	flow: Flow,
	position: [number, number],
	to: string,
	through: Record<string, string> = {},
): string {
	const reader = Object.entries(through).reduce(
		(otherwise, [between, read]) => `($prevNode.name === '${between}' ? '${read}' : ${otherwise})`,
		'$prevNode.name',
	);
	const name = flow.add(
		'Could not run',
		SET,
		position,
		raw(`{
	...($json.webinar?.webinarId ? { webinar: $json.webinar } : { lost: true }),
	...($json.openKey ? { openKey: $json.openKey, attempts: $json.attempts } : {}),
	kind: 'webinar',
	outcome: {
		result: 'failed',
		action: 'none',
		reason: $json.details?.reason ?? '',
		message: ${reader} + ($json.webinar?.topic ? ', ' + $json.webinar.topic : '') + ': ' + ($json.message ?? $json.error?.message ?? $json.error),
		repair: $json.details?.repair ?? '',
		preview: false
	}
}`),
	);
	flow.wire(name, to);
	return name;
}
