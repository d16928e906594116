import { MarketoError } from '../http/errors';
import {
	bodyRecord,
	integer,
	isRecord,
	optionalText,
	type Call,
	type JsonRecord,
} from '../http/input';
import type { Answer, Route } from '../http/router';
import type { MarketoState } from '../state/marketoState';
import { cloneProgram, createProgram, deleteProgram } from '../state/programs';
import type { MarketoProgramState } from '../world';
import { programDetails } from './render';

const WRITE_ASSETS = ['Read-Write Assets'];
const MAX_NAME = 255;

/** Writes take forms, with JSON inside of some values: https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/rest/assets/programs */
export function programWriteRoutes(state: MarketoState): Route[] {
	const write = { method: 'POST', write: true, permissions: WRITE_ASSETS } as const;
	const program = '/rest/asset/v1/program/:programId';
	const approval = { ...write, body: 'any' } as const;
	return [
		{
			...write,
			path: '/rest/asset/v1/programs.json',
			body: 'form',
			handle: (c) => create(state, c),
		},
		{ ...write, path: `${program}.json`, body: 'form', handle: (c) => update(state, c) },
		{ ...write, path: `${program}/clone.json`, body: 'form', handle: (c) => clone(state, c) },
		{ ...write, path: `${program}/delete.json`, body: 'any', handle: (c) => remove(state, c) },
		{ ...approval, path: `${program}/approve.json`, handle: (c) => approve(state, c, 'locked') },
		{
			...approval,
			path: `${program}/unapprove.json`,
			handle: (c) => approve(state, c, 'unlocked'),
		},
	];
}

/** @throws MarketoError 702 */
export function assetProgram(state: MarketoState, id: string): MarketoProgramState {
	const program = state.programs.get(integer(id, 'id'));
	if (program === undefined) throw new MarketoError('702', 'Program not found');
	return program;
}

/** Kinds of programs by the kind of their channel. */
const TYPES: Record<string, string> = {
	program: 'Default',
	event: 'Event',
	webinar: 'Event with Webinar',
	nurture: 'Engagement',
	email_batch: 'Email',
};

function create(state: MarketoState, call: Call): Answer {
	const form = bodyRecord(call);
	const channelName = filled(form, 'channel');
	const channel = state.world.channels.find(({ name }) => name === channelName);
	if (channel === undefined) throw new MarketoError('709', `Channel '${channelName}' not found`);
	const type = filled(form, 'type');
	const expected = TYPES[channel.applicableProgramType];
	if (![expected?.toLowerCase(), channel.applicableProgramType].includes(type.toLowerCase())) {
		throw new MarketoError('709', `Channel '${channelName}' does not apply to type '${type}'`);
	}
	const program = createProgram(state, {
		name: freeName(state, filled(form, 'name')),
		description: optionalText(form, 'description') ?? '',
		type: expected ?? type,
		channel: channelName,
		folder: folderOf(form),
	});
	return { result: [programDetails(program)] };
}

function update(state: MarketoState, call: Call): Answer {
	const program = assetProgram(state, call.params.programId);
	const form = bodyRecord(call);
	const name = optionalText(form, 'name');
	if (name !== undefined && name !== program.name) program.name = freeName(state, name);
	program.description = optionalText(form, 'description') ?? program.description;
	const isDated = /event|webinar|email/i.test(program.type);
	for (const field of ['startDate', 'endDate'] as const) {
		const value = optionalText(form, field);
		if (value === undefined) continue;
		if (!isDated) throw new MarketoError('709', `${field} is not applicable to this program`);
		program[field] = value;
	}
	program.updatedAt = state.nowIso();
	return { result: [programDetails(program)] };
}

function clone(state: MarketoState, call: Call): Answer {
	const original = assetProgram(state, call.params.programId);
	const form = bodyRecord(call);
	const made = cloneProgram(state, original, {
		name: freeName(state, filled(form, 'name')),
		folder: folderOf(form),
		description: optionalText(form, 'description') ?? original.description,
	});
	return { result: [programDetails(made)] };
}

function remove(state: MarketoState, call: Call): Answer {
	const { id } = assetProgram(state, call.params.programId);
	deleteProgram(state, id);
	return { result: [{ id }] };
}

/** Only email programs can be approved. */
function approve(state: MarketoState, call: Call, status: string): Answer {
	const program = assetProgram(state, call.params.programId);
	if (program.type !== 'Email') {
		throw new MarketoError('709', 'Only email programs can be approved or unapproved');
	}
	program.status = status;
	return { result: [{ id: program.id }] };
}

/** @throws MarketoError 701, cannot be blank */
export function filled(form: JsonRecord, name: string): string {
	const value = optionalText(form, name);
	if (value === undefined) throw new MarketoError('701', `${name} cannot be blank`);
	return value;
}

/** `folder={"id":35,"type":"Folder"}` */
function folderOf(form: JsonRecord): MarketoProgramState['folder'] {
	let folder: unknown;
	try {
		folder = JSON.parse(filled(form, 'folder'));
	} catch {
		throw new MarketoError('709', 'folder must be JSON with id and type');
	}
	if (!isRecord(folder) || folder.type !== 'Folder') {
		throw new MarketoError('711', 'Incompatible folder type');
	}
	return { type: 'Folder', value: integer(folder.id, 'folder.id'), folderName: 'Folder' };
}

function freeName(state: MarketoState, name: string): string {
	if (name.length > MAX_NAME) throw new MarketoError('709', `name is longer than ${MAX_NAME}`);
	if ([...state.programs.values()].some((one) => one.name === name)) {
		throw new MarketoError('709', `Program with name '${name}' already exists`);
	}
	return name;
}
