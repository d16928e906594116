import type { IDataObject } from 'n8n-workflow';

import type { NodeRunResult } from '../../engine/support/runNode';
import type { NodeTold } from '../contract';

/** What a node said; a node that stopped returned nothing. */
export function toldOf(
	node: string,
	given: IDataObject[],
	{ outputs, error }: NodeRunResult,
): NodeTold {
	const returned = error === null ? (outputs[0] ?? []).map(({ json }) => json) : [];
	const why = error && [error.message, error.description].filter(Boolean).join(' ');
	return { node, given, returned, stopped: error === null ? null : (why ?? '') };
}
