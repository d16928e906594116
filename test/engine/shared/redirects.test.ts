import type { INodeParameters } from 'n8n-workflow';

import { leaksIn } from '../../secrets/book';
import { gateway, type Gateway, type Seen } from '../hubspot/transport/gateway';
import { at, setUpWith } from '../hubspot/transport/run';
import { changed, clientOf, KEYED, READ } from '../marketo/transport/client';
import type { CredentialValues } from '../support/credentials';
import { inAHurry } from '../support/inAHurry';
import { runNode } from '../support/runNode';
import { stage, type Stage } from '../support/world';
import { automaticStage } from '../zoom/trigger/automaticStage';
import { getWebinar } from '../zoom/support/zoom';

let here: Stage;
const open: Gateway[] = [];
beforeAll(async () => {
	await inAHurry();
	here = await stage({ registrants: 12 });
});
afterEach(async () => {
	await Promise.all(open.splice(0).map(async (one) => await one.close()));
});
afterAll(async () => await here.close());

async function listen(...options: Parameters<typeof gateway>): Promise<Gateway> {
	const made = await gateway(...options);
	open.push(made);
	return made;
}

const isSignIn = ({ path }: Seen): boolean => /oauth\/token$/.test(path);

/** A vendor that sends everything but the sign-in elsewhere, and what came there. */
async function leadingAway(target: string, status: number) {
	const elsewhere = await listen(target, () => ({ status: 200, body: { results: [] } }));
	const vendor = await listen(target, (request) =>
		isSignIn(request)
			? undefined
			: { status, headers: { location: `${elsewhere.url}${request.path}` } },
	);
	return { elsewhere, vendor };
}

function zoomAt(url: string): CredentialValues {
	const [[type, fields] = ['', {}]] = Object.entries(here.zoom);
	return { [type]: { ...fields, baseUrl: url } };
}

async function runZoom(url: string, parameters: INodeParameters): Promise<void> {
	const credentials = zoomAt(url);
	const { error } = await runNode({ type: 'zoomWebinar', credentials, parameters });
	expect(error).not.toBeNull();
}

const STATUSES = [301, 302, 303, 307, 308];

describe.each(STATUSES)('a redirect (%i) of an API carries nothing elsewhere', (status) => {
	test('of Zoom', async () => {
		const { vendor, elsewhere } = await leadingAway(here.sandbox.zoomBaseUrl, status);
		await runZoom(vendor.url, getWebinar(here.story.main.webinarId));
		expect(vendor.seen.filter((one) => !isSignIn(one)).length).toBeGreaterThan(0);
		expect(elsewhere.seen).toEqual([]);
	});

	test('of HubSpot', async () => {
		const { vendor, elsewhere } = await leadingAway(here.sandbox.hubspotBaseUrl, status);
		const { outputs, error } = await setUpWith(at(here, vendor.url));
		const outcomes = (outputs[0] ?? []).map(({ json }) => json.outcome);
		if (error === null) expect(outcomes).toMatchObject([{ result: 'failed' }]);
		expect(vendor.seen.length).toBeGreaterThan(0);
		expect(elsewhere.seen).toEqual([]);
	});

	test.each([
		['a read', READ],
		['a write', KEYED],
	])('of Marketo, %s', async (_, request) => {
		const { vendor, elsewhere } = await leadingAway(here.sandbox.marketoBaseUrl, status);
		const client = await clientOf(changed(here, { endpoint: vendor.url }));
		const refused = await client.request(request).catch((error: Error) => error);
		expect(refused).toBeInstanceOf(Error);
		expect(vendor.seen.filter((one) => !isSignIn(one)).length).toBeGreaterThan(0);
		expect(elsewhere.seen).toEqual([]);
	});
});

describe.each([302, 307])('where Zoom’s trigger subscribes, a redirect (%i)', (status) => {
	test.each([
		['of the subscription', (request: Seen) => !isSignIn(request)],
		['of the app’s own sign-in', isSignIn],
	])('%s carries no secret elsewhere', async (_, leads) => {
		const auto = await automaticStage();
		const { zoomBaseUrl } = auto.sandbox;
		const elsewhere = await listen(zoomBaseUrl, () => ({ status: 200, body: {} }));
		const vendor = await listen(zoomBaseUrl, (request) =>
			leads(request)
				? { status, headers: { location: `${elsewhere.url}${request.path}` } }
				: undefined,
		);
		const [[type, fields] = ['', {}]] = Object.entries(auto.on.zoom);
		auto.useCredentials({ [type]: { ...fields, baseUrl: vendor.url } });
		await expect(auto.activate()).rejects.toThrow();
		await auto.close();
		const headers = elsewhere.seen.map(({ authorization }) => authorization);
		expect(headers.filter((one) => one !== '')).toEqual([]);
		expect(leaksIn('elsewhere', JSON.stringify(elsewhere.seen))).toEqual([]);
	});
});
