import type { CredentialValues } from '../../support/credentials';
import { stage, type Stage } from '../../support/world';
import { connected, OAUTH2 } from './connect';
import { gateway, type Gateway } from './gateway';
import { setUpWith } from './run';

const SCOPE = 'crm.schemas.contacts.write';

let here: Stage;
let front: Gateway | undefined;
beforeEach(async () => {
	here = await stage({ registrants: 12 });
});
afterEach(async () => {
	await front?.close();
	front = undefined;
	await here.close();
});

/** The credential, without a scope where one is named. */
type Credentials = (withoutScope?: string) => Promise<CredentialValues>;

const WAYS: Array<[string, Credentials, RegExp, RegExp]> = [
	[
		'the service key',
		async (withoutScope) => {
			const { world } = here.sandbox.hubspot;
			world.scopes = world.scopes.filter((scope) => scope !== withoutScope);
			return here.hubspot;
		},
		/^The service key lacks/,
		/Service Keys/,
	],
	[
		'the app',
		async (withoutScope) => ({ [OAUTH2]: await connected(here, withoutScope) }),
		/^The HubSpot app lacks/,
		/scopes of the HubSpot OAuth2 credential, then connect the account again/,
	],
];

describe.each(WAYS)('a scope that %s lacks', (_, credentials, lacks, add) => {
	it('is named, with where to add it', async () => {
		const { error } = await setUpWith(await credentials(SCOPE));
		expect(error?.message).toMatch(lacks);
		expect(error?.message).toContain(`the scope ${SCOPE} (to create the property group)`);
		expect(error?.description).toMatch(add);
	});

	it('and that HubSpot does not name is told with HubSpot’s words', async () => {
		const values = await credentials();
		const words = 'This app has not been granted all required scopes';
		front = await gateway(here.sandbox.hubspotBaseUrl, ({ path }) =>
			path.startsWith('/crm/')
				? { status: 403, body: { status: 'error', message: words, category: 'MISSING_SCOPES' } }
				: undefined,
		);
		const [[type, fields] = ['', {}]] = Object.entries(values);
		const { error } = await setUpWith({ [type]: { ...fields, baseUrl: front.url } });
		expect(error?.message).toBe(`HubSpot does not allow to read the contact properties: ${words}`);
		expect(error?.description).toMatch(/scopes of the (key|app).*plan of the account/);
	});
});
