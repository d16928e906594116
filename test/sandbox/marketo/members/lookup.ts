import { MarketoError } from '../http/errors';
import { integer, type Call } from '../http/input';
import type { MarketoState } from '../state/marketoState';
import type { MarketoProgramState } from '../world';

/** @throws MarketoError 1013 when there is no such program */
export function programOf(state: MarketoState, call: Call): MarketoProgramState {
	const program = state.programs.get(integer(call.params.programId, 'programId'));
	if (program === undefined) throw new MarketoError('1013', 'Program not found');
	return program;
}
