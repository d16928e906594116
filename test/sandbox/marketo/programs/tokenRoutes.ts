import { MarketoError } from '../http/errors';
import { bodyRecord, integer, optionalText, type Call } from '../http/input';
import type { Answer, Route } from '../http/router';
import type { MarketoState } from '../state/marketoState';
import type { MarketoProgramState } from '../world';
import { emptyFind } from './finds';
import { READ_ASSETS } from './readRoutes';
import { programUrl, UI } from './render';
import { assetProgram, filled } from './writeRoutes';

type Tokens = MarketoProgramState['tokens'];

const TYPES = ['date', 'number', 'rich text', 'score', 'sfdc campaign', 'text'];
const MAX_NAME = 50;

/** My Tokens: https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/rest/assets/tokens */
export function tokenRoutes(state: MarketoState): Route[] {
	const path = '/rest/asset/v1/folder/:folderId/tokens';
	const write = { method: 'POST', write: true, permissions: ['Read-Write Assets'] } as const;
	return [
		{
			method: 'GET',
			path: `${path}.json`,
			write: false,
			permissions: READ_ASSETS,
			handle: (call) => read(state, call),
		},
		{ ...write, path: `${path}.json`, body: 'form', handle: (call) => upsert(state, call) },
		{ ...write, path: `${path}/delete.json`, body: 'form', handle: (call) => remove(state, call) },
	];
}

interface Place {
	folder: { type: string; value: number };
	tokens: Tokens;
	url: string;
	/** Of programs. */
	touch(): void;
}

function placeOf(state: MarketoState, call: Call, folderType: string | undefined): Place {
	const id = integer(call.params.folderId, 'id');
	if (folderType === 'Program') {
		const program = assetProgram(state, String(id));
		return {
			folder: { type: 'Program', value: id },
			tokens: program.tokens,
			url: programUrl(program),
			touch: () => {
				program.updatedAt = state.nowIso();
			},
		};
	}
	if (folderType !== undefined && folderType !== 'Folder') {
		throw new MarketoError('711', `Incompatible folder type '${folderType}'`);
	}
	const tokens = state.folderTokens.get(id) ?? {};
	state.folderTokens.set(id, tokens);
	const folder = { type: 'Folder', value: id };
	return { folder, tokens, url: `${UI}/#MF${id}A1`, touch: () => {} };
}

function read(state: MarketoState, call: Call): Answer {
	const place = placeOf(state, call, call.query.folderType);
	const names = Object.keys(place.tokens);
	return names.length === 0 ? emptyFind(state, 'Token') : answerOf(place, names);
}

/** A token of this name is replaced. */
function upsert(state: MarketoState, call: Call): Answer {
	const form = bodyRecord(call);
	const place = placeOf(state, call, filled(form, 'folderType'));
	const [name, type] = [filled(form, 'name'), filled(form, 'type')];
	if (name.length > MAX_NAME || /[{}]/.test(name)) {
		throw new MarketoError('709', `Token name must have at most ${MAX_NAME} characters, no braces`);
	}
	if (!TYPES.includes(type)) throw new MarketoError('709', `Invalid token type '${type}'`);
	const value = filled(form, 'value');
	if (type === 'date' && !/^\d{4}-\d{2}-\d{2}$/.test(value)) {
		throw new MarketoError('704', `Invalid date '${value}'`);
	}
	place.tokens[name] = { type, value };
	place.touch();
	return answerOf(place, [name]);
}

function remove(state: MarketoState, call: Call): Answer {
	const form = bodyRecord(call);
	const place = placeOf(state, call, optionalText(form, 'folderType'));
	const name = filled(form, 'name');
	const token = place.tokens[name];
	if (token === undefined || token.type !== filled(form, 'type')) {
		throw new MarketoError('702', `Token '${name}' not found`);
	}
	delete place.tokens[name];
	place.touch();
	return { result: [{ id: place.folder.value }] };
}

function answerOf({ folder, tokens, url }: Place, names: string[]): Answer {
	const rows = names.map((name) => ({ name, ...tokens[name], computedUrl: url }));
	return { result: [{ folder, tokens: rows }] };
}
