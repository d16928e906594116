import type { Flow } from '../flow';
import { IF, only } from '../nodes';

/** Tells apart why a node that reads ended at its error output: for one of these reasons, or else. */
export function because(
	flow: Flow,
	name: string,
	position: [number, number],
	...reasons: string[]
): string {
	return flow.add(
		name,
		IF,
		position,
		only(flow, name, {
			left: `${JSON.stringify(reasons).replaceAll('"', "'")}.includes($json.details?.reason)`,
			type: 'boolean',
			operation: 'true',
		}),
	);
}
