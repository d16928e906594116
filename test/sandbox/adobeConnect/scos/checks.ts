import { invalid } from '../http/errors';
import type { Params } from '../http/input';
import type { AdobeState } from '../state/adobeState';
import { SHORTCUTS } from '../state/folders';
import { allScos, type Sco } from '../state/scos';

const URL_PATH = /^\/?[a-z0-9][a-z0-9_-]*\/?$/i;

/** Names are given once in a folder. @throws AdobeError invalid/duplicate */
export function checkName(
	state: AdobeState,
	name: string,
	{ folderId, exceptId }: { folderId: string; exceptId?: string },
): void {
	const isTaken = [...allScos(state).values()].some(
		(sco) => sco.folderId === folderId && sco.name === name && sco.id !== exceptId,
	);
	if (isTaken) throw invalid({ field: 'name', type: 'string', subcode: 'duplicate' });
}

/** `abc` and `/abc/` mean the same. @throws AdobeError invalid/format, invalid/duplicate */
export function checkedUrlPath(
	state: AdobeState,
	given: string | undefined,
	exceptId?: string,
): string | undefined {
	if (given === undefined) return undefined;
	if (!URL_PATH.test(given)) {
		throw invalid({ field: 'url-path', type: 'string', subcode: 'format' });
	}
	const path = `/${given.replaceAll('/', '')}/`;
	const isTaken = [...allScos(state).values()].some(
		({ id, urlPath }) => urlPath === path && id !== exceptId,
	);
	if (isTaken) throw invalid({ field: 'url-path', type: 'string', subcode: 'duplicate' });
	return path;
}

/** @returns ISO UTC. @throws AdobeError when it ends before it begins */
export function checkedDates(params: Params, known: { begin?: string; end?: string } = {}) {
	const begin = params.date('date-begin') ?? known.begin;
	const end = params.date('date-end') ?? known.end;
	if (begin !== undefined && end !== undefined && end <= begin) {
		throw invalid({ field: 'date-end', type: 'date', subcode: 'range' });
	}
	return {
		...(begin === undefined ? {} : { begin }),
		...(end === undefined ? {} : { end }),
	};
}

/** Below meetings, users' meetings or templates, be it in subfolders. */
export function isMeetingFolder(state: AdobeState, sco: Sco): boolean {
	const trees = [
		SHORTCUTS.meetings,
		SHORTCUTS['user-meetings'],
		SHORTCUTS['shared-meeting-templates'],
	];
	const scos = allScos(state);
	for (let at: Sco | undefined = sco; at; at = scos.get(at.folderId)) {
		if (trees.includes(at.id)) return true;
	}
	return false;
}
