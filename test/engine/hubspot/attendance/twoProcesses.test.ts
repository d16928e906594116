import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { Outcome } from '../../../../nodes/shared/model/outcome';
import { Processes, type Told } from '../../support/process/processes';
import { slowly } from '../../support/process/slowly';
import type { NodeRun } from '../../support/runNode';
import { stage, type Stage } from '../../support/world';
import { sync } from '../support';
import { countsOf, known, stay } from './support';

/** `RACES=20` for more. */
const SEEDS = Array.from({ length: Number(process.env.RACES) || 3 }, (_, index) => index + 1);
/**
 * Answers take up to 0.4 seconds here, and a busy machine lets one process wait for the other: who reads back sooner
 * than the other run writes sees nothing.
 */
const OPTIONS = { readBackAfter: 12, excludeAccountUsers: false };
/** Of a run that has the portal to itself. */
const ALONE = { ...OPTIONS, readBackAfter: 0 };

let here: Stage;
let processes: Processes;
beforeAll(async () => {
	processes = await Processes.start(2);
});
beforeEach(async () => {
	here = await stage({ registrants: 60 }, { participationDelayMs: 0 });
});
afterEach(async () => await here.close());
afterAll(async () => await processes.close());

function node(operation: string, items: IDataObject[], more: IDataObject = {}): NodeRun {
	const [resource, name] = operation.split(':');
	const parameters: unknown = { resource, operation: name, options: OPTIONS, ...more };
	return {
		type: 'hubSpotWebinar',
		parameters: parameters as INodeParameters,
		items,
		credentials: here.hubspot,
	};
}

const attendance = (items: IDataObject[]) =>
	node('attendance:sync', items, { mapData: 'automatic', preview: false });

function outcomes({ outputs, error }: Told): Outcome[] {
	if (error !== null) throw new Error(error.message);
	return (outputs[0] ?? []).map(({ json }) => json.outcome as Outcome);
}

/** Known people of the portal and some who are new. */
function emails(): string[] {
	return [
		...known(here, 12).map(({ email }) => email),
		...Array.from({ length: 6 }, (_, index) => `new${index}@example.com`),
	];
}

/** One activity per contact, verb and moment in each event. */
function expectNoDoubles(): void {
	for (const { activities } of here.sandbox.hubspot.events) {
		const keys = activities.map(({ contactId, verb }) => `${contactId} ${verb}`);
		expect(new Set(keys).size).toBe(keys.length);
	}
	const addresses = [...here.sandbox.hubspot.contacts.values()]
		.filter(({ archivedAt, email }) => archivedAt === undefined && email !== '')
		.map(({ email }) => email.toLowerCase());
	expect(new Set(addresses).size).toBe(addresses.length);
}

describe('one webinar, synced by two processes at once', () => {
	test.each(SEEDS)(
		'in interleaving %d: nothing twice, and every figure is right at once',
		async (seed) => {
			const all = emails();
			const items = all.map((email) => stay(email, { seconds: 1800 }));
			slowly(here, 'hubspot', seed);
			const told = await processes.run([attendance(items), attendance(items)]);
			for (const { result } of told.flatMap(outcomes)) {
				expect(['synced', 'unchanged']).toContain(result);
			}
			expect(here.sandbox.hubspot.events).toHaveLength(1);
			expectNoDoubles();
			for (const email of all) expect(countsOf(here, email)).toEqual(['1', '1', '50']);
			here.sandbox.clearFaults();
			here.sandbox.books.clear();
			await sync(here, items, { options: ALONE });
			expect(here.sandbox.books.writes('hubspot')).toEqual([]);
		},
	);
});

describe('two webinars with the same people, synced by two processes at once', () => {
	test.each(SEEDS)('in interleaving %d: whoever is told synced has both', async (seed) => {
		const all = emails();
		const one = all.map((email) => stay(email, { webinarId: '1', seconds: 3600 }));
		const start = '2026-03-03T10:00:00Z';
		const other = all.map((email) => stay(email, { webinarId: '2', start }));
		slowly(here, 'hubspot', seed + 100);
		const told = (await processes.run([attendance(one), attendance(other)])).map(outcomes);
		expectNoDoubles();
		const lost = all.filter(
			(email, index) =>
				told.every((each) => each[index]?.result === 'synced') &&
				countsOf(here, email).join() !== '2,2,75',
		);
		expect(lost).toEqual([]);
		here.sandbox.clearFaults();
		for (const items of [one, other]) await sync(here, items, { options: ALONE });
		for (const email of all) expect(countsOf(here, email)).toEqual(['2', '2', '75']);
		expectNoDoubles();
	});
});

test('properties set up by two processes at once: each is there once, and both say done', async () => {
	const told = await processes.run([node('property:setUp', [{}]), node('property:setUp', [{}])]);
	for (const { error } of told) expect(error).toBeNull();
	for (const { result } of told.flatMap(outcomes)) {
		expect(['synced', 'unchanged']).toContain(result);
	}
});
