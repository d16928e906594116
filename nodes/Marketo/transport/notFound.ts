import { codeOf } from './errors';

/** 610: no such path; 702: no such record; 1013: no such object. An asset that is not there is told by each. */
const NOT_FOUND = new Set(['610', '702', '1013']);

export function isNotFound(error: unknown): boolean {
	return NOT_FOUND.has(codeOf(error));
}
