import type { INodeParameters } from 'n8n-workflow';

import type { Outcome } from '../../../nodes/shared/model/outcome';
import { MARKETO_PROGRAMS } from '../../story/marketoSettings';
import { slowly } from '../support/process/slowly';
import { Processes, type Told } from '../support/process/processes';
import { stage, type Stage } from '../support/world';
import { enrol, memberOf, byId as program } from '../marketo/support';
import { stay } from '../marketo/attendance/support';
import { addTo, newWebinar, people } from '../zoom/registrant/support';

/** `RACES=20` for more. */
const SEEDS = Array.from({ length: Number(process.env.RACES) || 2 }, (_, index) => index + 1);

let here: Stage;
let processes: Processes;
beforeAll(async () => {
	processes = await Processes.start(2);
});
beforeEach(async () => {
	here = await stage({ registrants: 20 });
});
afterEach(async () => await here.close());
afterAll(async () => await processes.close());

function outcomes({ outputs, error }: Told): Outcome[] {
	if (error !== null) throw new Error(error.message);
	return (outputs[0] ?? []).map(({ json }) => json.outcome as Outcome);
}

function expectDone(told: readonly Told[], count: number): void {
	const all = told.flatMap(outcomes);
	expect(all).toHaveLength(2 * count);
	for (const outcome of all) expect(['synced', 'unchanged']).toContain(outcome.result);
}

describe('the same people, registered by two processes at once', () => {
	test.each(SEEDS)('are registered once in interleaving %d', async (seed) => {
		const { id } = newWebinar(here);
		const items = people(25, `seed${seed}`);
		slowly(here, 'zoom', seed);
		const run = {
			type: 'zoomWebinar',
			parameters: addTo(id),
			items,
			credentials: here.zoom,
		};
		expectDone(await processes.run([run, run]), items.length);
		const { registrants } = here.sandbox.zoom.world.webinars.find((one) => one.id === id)!;
		const addresses = registrants.map(({ email }) => email.toLowerCase()).sort();
		expect(addresses).toEqual(items.map(({ email }) => String(email)).sort());
	});
});

describe('the same webinar, written to a Marketo program by two processes at once', () => {
	test.each(SEEDS)('leaves one person and one status each in interleaving %d', async (seed) => {
		const items = people(15, `lead${seed}`).map(({ email }) => stay(String(email)));
		// Of somebody new Marketo makes two people when two calls come in the same moment (docs/marketo/registrations.md).
		for (const { email } of people(15, `lead${seed}`)) enrol(here, String(email), 'Invited');
		slowly(here, 'marketo', seed);
		const parameters: unknown = {
			resource: 'attendance',
			operation: 'sync',
			program: program(MARKETO_PROGRAMS.earlier),
			options: {},
		};
		const run = {
			type: 'marketoProgram',
			parameters: parameters as INodeParameters,
			items,
			credentials: here.marketo,
		};
		expectDone(await processes.run([run, run]), items.length);
		for (const { registrant } of items) {
			const { email } = registrant as { email: string };
			expect(here.sandbox.marketo.leadsByEmail(email)).toHaveLength(1);
			expect(memberOf(here, email)?.statusName).toBe('Attended');
		}
	});
});
