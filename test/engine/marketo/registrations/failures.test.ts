import type { IDataObject } from 'n8n-workflow';

import type { Outcome } from '../../../../nodes/shared/model/outcome';
import type { NodeRunResult } from '../../support/runNode';
import { stage, type Stage } from '../../support/world';
import { leadOf, marketo, memberOf, type MarketoRun } from '../support';
import { rowOf } from './support';

let here: Stage;
beforeEach(async () => {
	here = await stage({ registrants: 20 });
});
afterEach(async () => await here.close());

const NAMES = ['one', 'two', 'three', 'four'];
const items = NAMES.map((name) => rowOf(name));

type Cause = 'one fails' | 'all fail' | 'run-wide';

/** What makes one item fail in every operation: two people have its address. */
function double(name: string): void {
	const { leads } = here.sandbox.marketo;
	for (const id of [leads.size + 1, leads.size + 2]) {
		leads.set(id, { id, fields: { email: `${name}@example.com`, firstName: 'Ada' } });
	}
}

const causes: Record<Cause, () => void> = {
	'one fails': () => double('three'),
	'all fail': () => NAMES.forEach(double),
	'run-wide': () => {
		const { permissions } = here.sandbox.marketo.world;
		permissions.splice(permissions.indexOf('Read-Write Lead'), 1);
	},
};

const parameters: Record<string, IDataObject> = {
	'registration:sync': {},
	'member:changeStatus': { newStatus: 'Registered', findBy: 'email', email: '={{ $json.email }}' },
};

const table = Object.keys(parameters).flatMap((operation) =>
	(['one fails', 'all fail', 'run-wide'] as const).map((cause) => ({ operation, cause })),
);

const outcomesOf = (output: NodeRunResult['outputs'][number] = []): Outcome[] =>
	output.map(({ json }) => json.outcome as Outcome);

describe.each(table)('$operation, $cause', ({ operation, cause }) => {
	const failing = cause === 'one fails' ? 1 : items.length;
	const run = async (options: MarketoRun = {}): Promise<NodeRunResult> => {
		causes[cause]();
		return await marketo(here, operation, items, {
			...options,
			parameters: parameters[operation],
		});
	};

	it('as items: everybody comes out once, or the node throws one clear error', async () => {
		const result = await run();
		if (cause === 'run-wide') {
			expect(result.error?.message).toContain('may not do this');
			expect(result.error?.description).toContain('Read-Write Person');
			return;
		}
		const told = outcomesOf(result.outputs[0]);
		expect(told).toHaveLength(items.length);
		expect(told.filter(({ result: one }) => one === 'failed')).toHaveLength(failing);
	});

	it('stop: everybody is tried, then the node names how many and who', async () => {
		const result = await run({ options: { whenPeopleFail: 'stop' } });
		expect(result.error).not.toBeNull();
		if (cause === 'run-wide') return;
		expect(result.error?.message).toContain(`${failing} of ${items.length}`);
		expect(result.error?.message).toContain('three@example.com');
		if (cause === 'one fails') {
			expect(memberOf(here, 'four@example.com')?.statusName).toBe('Registered');
		}
	});

	it('continue: everybody comes out of the one output, linked, none as a success', async () => {
		const result = await run({ onError: 'continueRegularOutput' });
		expect(result.error).toBeNull();
		const told = outcomesOf(result.outputs[0]);
		expect(told).toHaveLength(items.length);
		expect(told.filter(({ result: one }) => one === 'failed')).toHaveLength(failing);
		expect(result.outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual(
			items.map((_, item) => expect.objectContaining({ item })),
		);
	});

	it('error output: who failed is there and nobody else', async () => {
		const result = await run({
			options: { whenPeopleFail: 'errorOutput' },
			onError: 'continueErrorOutput',
		});
		expect(result.error).toBeNull();
		const good = outcomesOf(result.outputs[0]);
		const bad = result.outputs.at(-1) ?? [];
		expect(bad).toHaveLength(failing);
		expect(good).toHaveLength(items.length - failing);
		expect(good.map(({ result: one }) => one)).not.toContain('failed');
	});
});

describe('an item whose field cannot be resolved', () => {
	it('fails alone', async () => {
		const value = { favouriteColour: '={{ $json.nothing.there.at.all }}' };
		const leadFields = { mappingMode: 'defineBelow', value };
		const given = [{ ...items[0], nothing: { there: { at: { all: 'red' } } } }, items[1]!];
		const result = await marketo(here, 'registration:sync', given, { parameters: { leadFields } });
		expect(result.error).toBeNull();
		expect(outcomesOf(result.outputs[0]).map(({ result: one }) => one)).toContain('synced');
		expect(leadOf(here, 'one@example.com').fields.favouriteColour).toBe('red');
	});
});

describe('as the tool of an AI agent', () => {
	it('a summary comes out, with who needs something done', async () => {
		double('three');
		const result = await marketo(here, 'registration:sync', items, { asTool: true });
		expect(result.outputs[0]).toHaveLength(1);
		expect(result.outputs[0]?.[0]?.json).toMatchObject({
			people: 4,
			synced: 3,
			failed: 1,
			shown: expect.arrayContaining([
				expect.objectContaining({ email: 'three@example.com', reason: 'duplicateLeads' }),
			]) as unknown,
			webinars: [expect.objectContaining({ people: 4 })],
		});
	});
});
