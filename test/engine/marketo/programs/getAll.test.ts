import type { IDataObject } from 'n8n-workflow';

import { MARKETO_PROGRAMS } from '../../../story';
import type { Stage } from '../../support/world';
import { expectBySpec } from '../specs';
import {
	byId,
	connectOne,
	getProgram,
	planned,
	PROGRAM,
	runMarketo,
	small,
	WEBINAR,
} from './support';

let here: Stage;
beforeEach(async () => {
	here = await small();
});
afterEach(async () => {
	expectBySpec(here.sandbox);
	await here.close();
});

async function getAll(parameters: IDataObject = {}, options: IDataObject = {}) {
	const { outputs, error } = await runMarketo(
		here,
		{ resource: 'program', operation: 'getAll', returnAll: true, simplify: true, ...parameters },
		undefined,
		{ options },
	);
	if (error !== null) throw new Error(error.message);
	return (outputs[0] ?? []).map(({ json }) => json);
}

const ids = (programs: IDataObject[]) => programs.map(({ programId }) => programId);
const calls = () =>
	here.sandbox.books
		.calls('marketo')
		.map(({ path }) => path)
		.filter((path) => path.startsWith('/rest'));

it('programs come page by page, without a call for each of them', async () => {
	for (let index = 0; index < 200; index += 1) {
		here.sandbox.marketo.cloneProgram(MARKETO_PROGRAMS.classic, `Clone ${index}`);
	}
	here.sandbox.books.clear();
	expect(await getAll()).toHaveLength(204);
	expect(calls()).toEqual(Array(2).fill('/rest/asset/v1/programs.json'));
	expect(await getAll({ returnAll: false, limit: 3 })).toHaveLength(3);
});

it('programs are filtered by what their rows say', async () => {
	const { classic, main, earlier, otherSteps } = MARKETO_PROGRAMS;
	const by = async (filters: IDataObject) => ids(await getAll({ filters }));
	expect(await by({ channel: 'webinar' })).toEqual([main, earlier]);
	expect(await by({ types: ['default'] })).toEqual([classic]);
	expect(await by({ types: ['webinar'] })).toEqual([main, earlier, otherSteps]);
	expect(await by({ name: 'AGENCY' })).toEqual([otherSteps]);
	expect(await by({ workspace: 'Other' })).toEqual([]);
});

it('of a webinar its programs are found, and the webinar of each is shown', async () => {
	await connectOne(here, planned());
	here.sandbox.marketo.cloneProgram(PROGRAM, 'Webinar, again');
	const [connected, ...others] = await getAll({ filters: { connectedOnly: true } });
	expect(others).toEqual([]);
	expect(connected).toMatchObject({ programId: PROGRAM, webinar: { webinarId: WEBINAR } });
	expect(ids(await getAll({ filters: { webinarId: '852 1234 5678' } }))).toEqual([PROGRAM]);
	expect(await getAll({ filters: { webinarId: '1' } })).toEqual([]);
	const all = await getAll({ filters: { types: ['webinar'] } }, { withWebinar: true });
	expect(all.map(({ connection }) => connection)).toEqual([
		'connected',
		'notConnected',
		'notConnected',
		'cloned',
	]);
	expect(all[0]?.webinar).toMatchObject({ topic: 'Growing tomatoes' });
});

it('raw rows come as Marketo has them', async () => {
	const [row] = await getAll({ simplify: false, filters: { types: ['default'] } });
	expect(row).toMatchObject({ id: MARKETO_PROGRAMS.classic, folder: { value: 1910 } });
});

it('Get tells the statuses of the channel in the order of their steps, and the tokens by option', async () => {
	const { tokens } = here.sandbox.marketo.programs.get(PROGRAM)!;
	tokens['My own'] = { type: 'text', value: 'x' };
	const run = { parameters: { includeTokens: true } };
	const [{ json }] = (await getProgram(here, run)).outputs[0] as [{ json: IDataObject }];
	expect(json).toMatchObject({
		name: here.sandbox.marketo.programs.get(PROGRAM)?.name,
		workspace: 'Default',
		folder: 'Webinars 2026',
		connection: 'notConnected',
		webinar: null,
		tokens: { 'My own': 'x' },
	});
	const statuses = json.statuses as Array<{ name: string; step: number }>;
	expect(statuses[0]).toEqual({ name: 'Not in Program', step: 0, hidden: false, success: false });
	expect(statuses.map(({ step }) => step)).toEqual(
		statuses.map(({ step }) => step).sort((one, other) => one - other),
	);
	const program = byId(MARKETO_PROGRAMS.classic);
	const plain = (await getProgram(here, { program })).outputs[0]?.[0]?.json;
	expect(plain).toMatchObject({ warning: '' });
	expect(plain).not.toHaveProperty('tokens');
});

it('Get of many items reads a program and a channel once', async () => {
	here.sandbox.books.clear();
	await getProgram(here, {}, [{}, {}, {}]);
	expect(calls()).toHaveLength(3);
});
