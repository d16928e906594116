import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

import { VendorError } from '../../../../nodes/shared/transport/vendorError';
import type { CredentialValues } from '../../support/credentials';
import { PolledTrigger } from '../../support/polledTrigger';
import { stage, type Stage } from '../../support/world';
import { inAHurry } from '../../support/inAHurry';
import type { Fault } from '../../../sandbox/contract';
import { changed, MARKETO } from './client';

let here: Stage;
beforeAll(inAHurry);
beforeEach(async () => {
	here = await stage({ registrants: 12 });
});
afterEach(async () => await here.close());

/** What people and n8n get to see of a poll: its items, or its error with everything that hangs on it. */
async function seenOf(credentials: CredentialValues): Promise<string> {
	const trigger = new PolledTrigger('marketoTrigger', credentials, {
		event: 'programStatusChanged',
	});
	const outcome = await trigger.poll('manual').catch((error: Error) => error);
	if (!(outcome instanceof Error)) return JSON.stringify(outcome);
	return [outcome.message, outcome.stack, everything(outcome)].join('\n');
}

/** Own properties, however deep, circles cut. */
function everything(value: unknown, known = new Set<unknown>()): string {
	if (typeof value !== 'object' || value === null) return String(value);
	if (known.has(value)) return '';
	known.add(value);
	return Reflect.ownKeys(value)
		.map((key) => `${String(key)}: ${everything(Reflect.get(value, key), known)}`)
		.join('\n');
}

function secretsOf(credentials: CredentialValues): string[] {
	const { clientSecret, oauthTokenData } = credentials[MARKETO]!;
	const { access_token: token } = (oauthTokenData ?? {}) as Record<string, string>;
	return [String(clientSecret), ...(token === undefined ? [] : [token])];
}

async function expectNoSecret(credentials: CredentialValues): Promise<void> {
	const seen = await seenOf(credentials);
	expect(seen.length).toBeGreaterThan(20);
	for (const secret of secretsOf(credentials)) {
		expect(secret.length).toBeGreaterThan(8);
		expect(seen.includes(secret)).toBe(false);
	}
}

it('are in no address and no form: the token in the header alone, the secret in the body of the sign-in', async () => {
	here.sandbox.marketo.changeStatus(
		1207,
		[...here.sandbox.marketo.leads.keys()].at(-1)!,
		'Invited',
	);
	await expectNoSecret(here.marketo);
	const calls = here.sandbox.books.calls('marketo');
	expect(calls.length).toBeGreaterThan(4);
	for (const secret of secretsOf(here.marketo)) {
		const written = calls.map(({ path, query, request }) => JSON.stringify([path, query, request]));
		expect(written.join('\n').includes(secret)).toBe(false);
	}
});

describe('are in no error', () => {
	it.each<[string, Fault]>([
		['an ended token', { kind: 'marketoError', code: '602' }],
		['no permission', { kind: 'marketoError', code: '603' }],
		['the quota', { kind: 'marketoError', code: '607' }],
		['a refusal', { kind: 'marketoError', code: '1003' }],
		['a page', { kind: 'html' }],
		['a status', { kind: 'status', status: 403 }],
		['an outage', { kind: 'status', status: 503 }],
		['a cut connection', { kind: 'cutBefore' }],
	])('%s', async (_, fault) => {
		await seenOf(here.marketo);
		here.sandbox.addFault({ vendor: 'marketo', match: /\/rest\//, fault, times: 100 });
		await expectNoSecret(here.marketo);
	});

	it('of a refused sign-in', async () => {
		await expectNoSecret(changed(here, { clientSecret: 'FAKE-wrong-secret-of-somebody' }));
	});

	it('of an address that nobody answers at', async () => {
		const server = createServer();
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const { port } = server.address() as AddressInfo;
		await new Promise((resolve) => server.close(resolve));
		await expectNoSecret(changed(here, { endpoint: `http://127.0.0.1:${port}` }));
	});

	it('of an address that must not be used', async () => {
		const seen = await seenOf(changed(here, { endpoint: 'http://123-ABC-456.mktorest.com' }));
		expect(seen).toContain('Endpoint of the Marketo credential must start with https://');
		expect(here.sandbox.books.calls('marketo')).toEqual([]);
	});
});

it('a vendor error keeps neither request nor headers', () => {
	const error = new VendorError({
		vendor: 'marketo',
		status: 200,
		code: '1003',
		message: 'Marketo refused people',
		repair: '',
		reason: 'vendorRejected',
	});
	expect(Object.keys(error).sort()).toEqual(['details', 'name']);
});
