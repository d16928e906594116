import type { BookEntry } from '../contract';
import type { AdobeCall, AdobeConnectSide } from './contract';
import { declaredParameters } from './http/parameters';

/** What every call may carry. */
const ALWAYS = ['action', 'session'];
const SECRETS = ['password', 'password-verify', 'password-old'];

/**
 * What a client has done that a real server would punish or silently ignore: parameters that no page names, pages
 * without a sort, passwords in addresses, calls of one session at the same time.
 * @param entries those of Adobe Connect in the books
 */
export function clientProblems(side: AdobeConnectSide, entries: readonly BookEntry[]): string[] {
	return [
		...side.calls.flatMap((call) => [...unknownParameters(call), ...unsortedPages(call)]),
		...entries.flatMap(secretsInAddress),
		...overlaps(side, entries),
	];
}

function unknownParameters({ action, params }: AdobeCall): string[] {
	const declared = declaredParameters(action);
	if (!declared) return [`${action}: no such action`];
	return Object.keys(params)
		.filter((name) => !ALWAYS.includes(name) && !declared.names.includes(name))
		.filter((name) => !(declared.rows && /^(filter|sort[12]?)-/.test(name)))
		.map((name) => `${action}: no page names the parameter ${name}`);
}

/** Where answers were made to fail or to come late, a client may have given up one call and sent the next. */
function overlaps({ mostAtOnce }: AdobeConnectSide, entries: readonly BookEntry[]): string[] {
	const wasDisturbed = entries.some(({ fault }) => fault !== undefined);
	return mostAtOnce > 1 && !wasDisturbed ? [`${mostAtOnce} calls at the same time`] : [];
}

/** One answer with everything needs no sort, more than one do. */
function unsortedPages({ action, params }: AdobeCall): string[] {
	const isPage = params['filter-rows'] !== undefined || params['filter-start'] !== undefined;
	const isSorted = Object.keys(params).some((name) => /^sort[12]?-/.test(name));
	return isPage && !isSorted ? [`${action}: a page without a sort`] : [];
}

function secretsInAddress({ query, route }: BookEntry): string[] {
	return SECRETS.filter((name) => query[name] !== undefined).map(
		(name) => `${route}: ${name} in the address`,
	);
}
