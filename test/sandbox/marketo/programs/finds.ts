import { MarketoError } from '../http/errors';
import { integer, type Call, type JsonRecord } from '../http/input';
import type { Answer } from '../http/router';
import type { MarketoState } from '../state/marketoState';

const DEFAULT_RETURN = 20;
const MAX_RETURN = 200;

/** Nothing found: without `result` and with a warning, or as error 702; which of the two differs by call. */
export function emptyFind(state: MarketoState, what: string): Answer {
	if (state.world.emptyFind === 'error') throw new MarketoError('702', `${what} not found`);
	return { warnings: ['No assets found for the given search criteria.'] };
}

/** `maxReturn` and `offset`; no answer says how many there are. */
export function assetPage(
	state: MarketoState,
	call: Call,
	rows: readonly JsonRecord[],
	what: string,
): Answer {
	const size = integer(call.query.maxReturn ?? DEFAULT_RETURN, 'maxReturn');
	const offset = integer(call.query.offset ?? 0, 'offset');
	if (size < 1 || size > MAX_RETURN) {
		throw new MarketoError('709', `maxReturn must be between 1 and ${MAX_RETURN}`);
	}
	const page = rows.slice(offset, offset + size);
	return page.length === 0 ? emptyFind(state, what) : { result: page };
}
