import type { IExecuteFunctions } from 'n8n-workflow';

import { ParameterError } from './errors';

/**
 * What a node is set to do: the entry of its table under `resource:operation`. Where there is none,
 * the entry that `failing` makes: it fails when it is run, inside the router that knows what a
 * failure means. Thrown here, a node set to continue would pass its inputs on as a success.
 */
export function chosenOperation<Entry>(
	context: IExecuteFunctions,
	table: Readonly<Record<string, Entry>>,
	failing: (fail: () => Promise<never>) => NoInfer<Entry>,
): Entry {
	const resource = String(context.getNodeParameter('resource', 0));
	const key = `${resource}:${String(context.getNodeParameter('operation', 0))}`;
	return (
		table[key] ??
		failing(async () => {
			throw new ParameterError(
				`The operation ${key} does not exist`,
				'Choose an operation from the list',
			);
		})
	);
}
