import type { IExecuteFunctions } from 'n8n-workflow';

import { ParameterError } from '../../../shared/node/errors';
import type { Program } from '../../mapping/program';
import type { MarketoClient } from '../../transport/request';
import { programFor } from '../programs/load';

/**
 * The program of an item, for operations that read.
 * @throws ParameterError where it has none
 */
export async function loadedProgram(
	context: IExecuteFunctions,
	client: MarketoClient,
	itemIndex: number,
): Promise<Program> {
	const { program, refusal } = await programFor(context, client, itemIndex);
	if (program !== undefined) return program;
	throw new ParameterError(refusal.message, refusal.repair);
}
