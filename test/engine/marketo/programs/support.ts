import { randomUUID } from 'node:crypto';

import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';

import type { Outcome } from '../../../../nodes/shared/model/outcome';
import { MARKETO_PROGRAMS } from '../../../story';
import { runNode, type NodeRunResult } from '../../support/runNode';
import { stage, type Stage } from '../../support/world';

export const PROGRAM = MARKETO_PROGRAMS.main;
export const WEBINAR = '85212345678';

export interface ProgramRun {
	program?: IDataObject;
	parameters?: INodeParameters;
	options?: IDataObject;
	onError?: INode['onError'];
	asTool?: boolean;
	/** Default: another one for every run. */
	workflowId?: string;
}

/** A small story, at Marketo's own limit: the tests wait for nobody else. */
export async function small(): Promise<Stage> {
	const here = await stage({ registrants: 10 });
	Object.assign(here.marketo.marketoRestOAuth2Api ?? {}, { callsPerWindow: 100 });
	return here;
}

export async function runMarketo(
	here: Stage,
	parameters: IDataObject,
	items: IDataObject[] | undefined,
	run: ProgramRun = {},
) {
	const { program = byId(PROGRAM), options = {}, parameters: more, ...rest } = run;
	return await runNode({
		type: 'marketoProgram',
		parameters: {
			...parameters,
			program: { __rl: true, ...program },
			options,
			...more,
		} as INodeParameters,
		...(items && { items }),
		credentials: here.marketo,
		workflowId: randomUUID(),
		...rest,
	});
}

/** Runs *Connect Webinar*. */
export async function connect(here: Stage, items: IDataObject[], run: ProgramRun = {}) {
	const parameters = { resource: 'program', operation: 'connectWebinar', mapData: 'automatic' };
	return await runMarketo(here, { ...parameters, preview: false }, items, run);
}

/** Connects one webinar and returns its outcome. */
export async function connectOne(here: Stage, item: IDataObject, run: ProgramRun = {}) {
	const [told] = outcomesOf(await connect(here, [item], run));
	if (told === undefined) throw new Error('No outcome');
	return told;
}

export async function getProgram(here: Stage, run: ProgramRun = {}, items?: IDataObject[]) {
	return await runMarketo(here, { resource: 'program', operation: 'get' }, items, run);
}

export function outcomesOf(result: NodeRunResult): Outcome[] {
	if (result.error !== null) throw new Error(result.error.message);
	return (result.outputs[0] ?? []).map(({ json }) => json.outcome as Outcome);
}

export function byId(id: number): INodeParameters {
	return { mode: 'id', value: String(id) };
}

export function byWebinar(value: string): INodeParameters {
	return { mode: 'webinar', value };
}

/** A program's My Tokens, name -> value. */
export function tokensOf(here: Stage, programId: number = PROGRAM): Record<string, string> {
	const program = here.sandbox.marketo.programs.get(programId);
	if (program === undefined) throw new Error(`No program ${programId}`);
	return Object.fromEntries(
		Object.entries(program.tokens).map(([name, { value }]) => [name, value]),
	);
}

/** The names of the tokens that were written since the books were cleared, in order. */
export function tokenWrites(here: Stage): string[] {
	return here.sandbox.books
		.writes('marketo')
		.filter(({ path }) => path.endsWith('/tokens.json'))
		.map(({ request }) => {
			const form = typeof request === 'string' ? new URLSearchParams(request) : null;
			return form === null ? String((request as IDataObject).name) : (form.get('name') ?? '');
		});
}

export function writes(here: Stage): string[] {
	return here.sandbox.books.writes('marketo').map(({ method, path }) => `${method} ${path}`);
}

/** A webinar that is to come, in the form of *Get* of a webinar node. */
export function planned(parts: IDataObject = {}): IDataObject {
	return {
		provider: 'zoom',
		accountId: 'acc-1',
		webinarId: WEBINAR,
		sessionId: '',
		occurrenceId: '',
		topic: 'Growing tomatoes',
		description: 'Soil and sun\nand water',
		scheduledStartTime: '2030-03-01T15:00:00Z',
		scheduledEndTime: '2030-03-01T16:00:00Z',
		startTime: null,
		endTime: null,
		durationSeconds: 3600,
		timezone: 'Europe/Berlin',
		hostEmail: 'host@example.com',
		joinUrl: 'https://zoom.example/j/1',
		registrationUrl: 'https://zoom.example/register/1',
		registrationRequired: true,
		...parts,
	};
}

/** An event of the trigger, which tells little of the webinar. */
export function news(event: string, webinar: IDataObject = {}, more: IDataObject = {}) {
	const empty = { topic: '', description: '', scheduledStartTime: null, scheduledEndTime: null };
	const links = { timezone: '', joinUrl: '', registrationUrl: '', durationSeconds: 0 };
	const open = { registrationRequired: null };
	return { event, webinar: planned({ ...empty, ...links, ...open, ...webinar }), ...more };
}
