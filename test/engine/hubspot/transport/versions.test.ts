import type { Outcome } from '../../../../nodes/shared/model/outcome';
import { stage, type Stage } from '../../support/world';
import { gateway, type Gateway } from './gateway';
import { at, setUpWith } from './run';

const DATED = /\/20\d\d-\d\d(\/|$)/;
const NOT_SERVED = { status: 404, body: { status: 'error', message: 'resource not found' } };

let here: Stage;
let open: Gateway[] = [];
beforeEach(async () => {
	here = await stage({ registrants: 12 });
});
afterEach(async () => {
	await Promise.all(open.map(async (one) => await one.close()));
	open = [];
	await here.close();
});

async function front(answer: Parameters<typeof gateway>[1]): Promise<Gateway> {
	const made = await gateway(here.sandbox.hubspotBaseUrl, answer);
	open.push(made);
	return made;
}

const outcomeOf = (result: Awaited<ReturnType<typeof setUpWith>>) =>
	result.outputs[0]?.[0]?.json.outcome as Outcome | undefined;

describe('an account that does not know the dated paths yet', () => {
	it('is served by the numbered ones, and asked by date once per API', async () => {
		const old = await front(({ path }) => (DATED.test(path) ? NOT_SERVED : undefined));
		const result = await setUpWith(at(here, old.url));
		expect(result.error).toBeNull();
		expect(outcomeOf(result)).toMatchObject({ result: 'synced', action: 'created' });
		expect(here.sandbox.hubspot.properties.has('n8n_webinar_history')).toBe(true);
		const dated = old.seen.filter(({ path }) => DATED.test(path)).map(({ path }) => path);
		expect(dated).toEqual([
			'/crm/properties/2026-09/contacts/batch/read',
			'/crm/properties/2026-09/0-54/batch/read',
		]);
		expect(old.seen.filter(({ path }) => !DATED.test(path)).length).toBeGreaterThan(4);
	});
});

describe('an account that knows the dated paths', () => {
	it('never sees a numbered one', async () => {
		const now = await front(() => undefined);
		expect(outcomeOf(await setUpWith(at(here, now.url)))).toMatchObject({ result: 'synced' });
		expect(now.seen.filter(({ path }) => !DATED.test(path))).toEqual([]);
	});
});

describe('a path that neither version serves', () => {
	it('is refused with HubSpot’s words after two requests', async () => {
		const none = await front(() => NOT_SERVED);
		const result = await setUpWith(at(here, none.url), {
			options: { propertiesOf: ['contact'] },
		});
		expect(outcomeOf(result)?.message).toContain('resource not found');
		expect(none.seen).toHaveLength(2);
	});
});
