import { randomUUID } from 'node:crypto';

import type { IDataObject } from 'n8n-workflow';

import { MARKETO_PROGRAMS } from '../../../story';
import type { Stage } from '../../support/world';
import { expectBySpec } from '../specs';
import {
	byId,
	byWebinar,
	connectOne,
	getProgram,
	planned,
	PROGRAM,
	small,
	WEBINAR,
	type ProgramRun,
} from './support';

let here: Stage;
beforeEach(async () => {
	here = await small();
});
afterEach(async () => {
	expectBySpec(here.sandbox);
	await here.close();
});

const program = byWebinar('={{ $json.webinar.webinarId }}');
const item = (parts: IDataObject = {}): IDataObject => ({ webinar: planned(parts) });

/** The program's ID, or the refusal. */
async function find(items: IDataObject[], run: ProgramRun = {}): Promise<unknown> {
	const { outputs, error } = await getProgram(here, { program, ...run }, items);
	return error?.message ?? outputs[0]?.map(({ json }) => json.programId);
}

const paths = () => here.sandbox.books.calls('marketo').map(({ path }) => path);
const tokenReads = () => paths().filter((path) => path.endsWith('/tokens.json')).length;

/** Programs whose numbers are higher are newer. */
function addPrograms(count: number): number[] {
	return Array.from({ length: count }, (_, index) => {
		const { id } = here.sandbox.marketo.cloneProgram(MARKETO_PROGRAMS.earlier, `Clone ${index}`);
		return id;
	});
}

it('a program is found by the webinar that it is connected to, typed in any way', async () => {
	await connectOne(here, planned());
	expect(await find([item(), { webinar: { webinarId: WEBINAR } }])).toEqual([PROGRAM, PROGRAM]);
	expect(await find([{}], { program: byWebinar('852 1234 5678') })).toEqual([PROGRAM]);
});

it('a webinar that no program has is not found, and what to do is said', async () => {
	const { error } = await getProgram(here, { program }, [item()]);
	expect(error?.message).toContain(`connected to webinar ${WEBINAR}`);
	expect(error?.description).toContain('Connect Webinar');
	const continued = await getProgram(here, { program, onError: 'continueRegularOutput' }, [item()]);
	expect(continued.outputs[0]?.[0]?.json).toMatchObject({ details: { reason: 'programNotFound' } });
	expect(await find([{}])).toContain('webinar ID is empty');
});

it('a clone that carries the webinar along is never taken for its program', async () => {
	await connectOne(here, planned());
	here.sandbox.marketo.cloneProgram(PROGRAM, 'Webinar, again');
	expect(await find([item()])).toEqual([PROGRAM]);
});

it('two programs of one webinar are both named', async () => {
	await connectOne(here, planned());
	await connectOne(here, planned(), { program: byId(MARKETO_PROGRAMS.earlier) });
	const told = String(await find([item()]));
	expect(told).toContain(`(${PROGRAM})`);
	expect(told).toContain(`(${MARKETO_PROGRAMS.earlier})`);
});

it('a webinar of another platform with the same number is another webinar', async () => {
	await connectOne(here, planned());
	expect(await find([item({ provider: 'adobeConnect' })])).toContain('None of the');
});

it('an item of one date finds the program of that date, else the one of the series', async () => {
	await connectOne(here, planned());
	const earlier = byId(MARKETO_PROGRAMS.earlier);
	await connectOne(here, planned({ occurrenceId: '2' }), { program: earlier });
	const found = await find([
		item({ occurrenceId: '2' }),
		item({ occurrenceId: '1' }),
		item({ occurrenceId: '' }),
	]);
	expect(found).toEqual([MARKETO_PROGRAMS.earlier, PROGRAM, PROGRAM]);
	expect(await find([{}], { program: byWebinar(`${WEBINAR}.2`) })).toEqual([
		MARKETO_PROGRAMS.earlier,
	]);
});

it('the newest programs are looked through first, five at a time, once for all items of a run', async () => {
	const [first] = addPrograms(12);
	await connectOne(here, planned(), { program: byId(first!) });
	here.sandbox.books.clear();
	expect(await find([item(), item(), item()])).toEqual([first, first, first]);
	// 12 clones are newer than the other 3 event programs; the first of them is in the third five.
	expect(tokenReads()).toBe(15);
	expect(paths().filter((path) => path.endsWith('/programs.json'))).toHaveLength(1);
	here.sandbox.books.clear();
	expect(await find([item()], { program: byId(first!) })).toEqual([first]);
	expect(paths()).toHaveLength(3);
});

it('what a workflow has found once costs three calls afterwards', async () => {
	const workflowId = randomUUID();
	await connectOne(here, planned());
	expect(await find([item()], { workflowId })).toEqual([PROGRAM]);
	here.sandbox.books.clear();
	expect(await find([item()], { workflowId })).toEqual([PROGRAM]);
	expect(paths()).toHaveLength(3);
});

it('connecting a webinar spares the workflow the search', async () => {
	const workflowId = randomUUID();
	await connectOne(here, planned(), { workflowId });
	here.sandbox.books.clear();
	expect(await find([item()], { workflowId })).toEqual([PROGRAM]);
	expect(paths()).toHaveLength(3);
});

it('what a workflow remembers counts only as long as the program says so', async () => {
	const workflowId = randomUUID();
	await connectOne(here, planned());
	expect(await find([item()], { workflowId })).toEqual([PROGRAM]);
	const replace = { ifConnected: 'replace' };
	await connectOne(here, planned({ webinarId: '77777777777' }), { options: replace });
	await connectOne(here, planned(), { program: byId(MARKETO_PROGRAMS.earlier) });
	expect(await find([item()], { workflowId })).toEqual([MARKETO_PROGRAMS.earlier]);
	here.sandbox.marketo.programs.delete(MARKETO_PROGRAMS.earlier);
	expect(await find([item()], { workflowId })).toContain('None of the');
});
