import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

import type { NodeRunResult } from '../../support/runNode';
import { stage, type Stage } from '../../support/world';
import { inAHurry } from '../../support/inAHurry';
import { gateway, type Gateway } from './gateway';
import { at, participationWith, setUpWith } from './run';

let here: Stage;
let open: Gateway[] = [];
beforeAll(inAHurry);
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

/** Neither what people see nor what n8n keeps of the execution. */
function expectNoKey(result: NodeRunResult): void {
	const { serviceKey } = here.story.world.hubspot;
	const kept = `${JSON.stringify(result)} ${String(result.run.data.resultData.error?.stack)}`;
	expect(serviceKey).toMatch(/./);
	expect(kept.includes(serviceKey)).toBe(false);
}

describe('the service key', () => {
	it('goes nowhere else when HubSpot redirects', async () => {
		const other = await front(() => ({ status: 200, body: { results: [] } }));
		const redirecting = await front(({ path }) => ({
			status: 302,
			headers: { location: `${other.url}${path}` },
		}));
		const result = await setUpWith(at(here, redirecting.url));
		expect(redirecting.seen.length).toBeGreaterThan(0);
		expect(other.seen).toEqual([]);
		expectNoKey(result);
	});

	it('is in a header and in no address', async () => {
		const now = await front(() => undefined);
		await setUpWith(at(here, now.url));
		const { serviceKey } = here.story.world.hubspot;
		expect(now.seen.every(({ authorization }) => authorization === `Bearer ${serviceKey}`)).toBe(
			true,
		);
		expect(now.seen.some(({ path }) => path.includes(serviceKey))).toBe(false);
	});

	it('is in no item and no error when nobody answers', async () => {
		const server = createServer();
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const { port } = server.address() as AddressInfo;
		await new Promise((resolve) => server.close(resolve));
		const result = await participationWith(at(here, `http://127.0.0.1:${port}`));
		expect(result.error?.message).toContain('could not be reached');
		expect(result.error?.description).toContain('Base URL');
		expectNoKey(result);
	});

	it.each([
		['refuses it', { status: 401, body: { status: 'error', category: 'INVALID_AUTHENTICATION' } }],
		['answers with a page', { status: 403, body: '<html>no</html>' }],
	])('is in no error when HubSpot %s', async (_, answer) => {
		const refusing = await front(() => answer);
		const result = await setUpWith(at(here, refusing.url));
		expect(result.error).not.toBeNull();
		expectNoKey(result);
	});
});
