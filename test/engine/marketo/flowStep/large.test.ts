import { stage, type Stage } from '../../support/world';
import {
	ALL_REGISTERED,
	connectProgram,
	install,
	PROGRAM,
	runFor,
	setCampaign,
	STEP,
} from './campaign';
import { startFlow, type FlowHost } from './host';

const COUNT = 900;
let here: Stage;
let host: FlowHost;

beforeAll(async () => {
	here = await stage({ registrants: 10 });
	connectProgram(here);
	setCampaign(here, [STEP]);
	const { leads, world } = here.sandbox.marketo;
	world.chunkSize = COUNT;
	for (let id = 1; id <= COUNT; id += 1) {
		leads.set(id, {
			id,
			fields: { email: `many${id}@example.com`, firstName: 'Pat', lastName: 'E' },
		});
	}
	host = await startFlow({ credentials: here.marketo, nodes: [ALL_REGISTERED] });
	await install(here, host);
});
afterAll(async () => {
	await host.close();
	await here.close();
});

it('a chunk of many people is written by the hundreds and told in one callback', async () => {
	const people = Array.from({ length: COUNT }, (_, index) => index + 1);
	const before = here.sandbox.books.calls('marketo').length;
	await runFor(here, ...people);
	const calls = here.sandbox.books.calls('marketo').slice(before);
	const rest = calls.filter(({ path }) => path.startsWith('/rest/'));
	// Program, channel; then members, statuses and member data, 300 people a call.
	expect(rest.length).toBeLessThanOrEqual(3 * (COUNT / 300) + 5);
	const [invocation, ...others] = here.sandbox.marketo.invocations;
	expect(others).toEqual([]);
	expect(invocation!.callbacks).toHaveLength(1);
	expect(invocation!.complaints).toEqual([]);
	expect(here.sandbox.marketo.log.filter(({ ok }) => ok)).toHaveLength(COUNT);
	const member = here.sandbox.marketo.memberOf(PROGRAM, COUNT);
	expect(member).toMatchObject({ statusName: 'Registered', registrationCode: `r${COUNT}` });
});
