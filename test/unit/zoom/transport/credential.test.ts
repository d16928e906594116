import type { INode } from 'n8n-workflow';

import { chosenCredential, zoomAccount } from '../../../../nodes/Zoom/transport/credential';

const NODE: INode = {
	id: '1',
	name: 'Zoom',
	type: 'zoomWebinar',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

const nodeWith = (authentication?: string): INode => ({
	...NODE,
	parameters: authentication === undefined ? {} : { authentication },
});

async function accountWith(values: object, authentication?: string) {
	const asked: string[] = [];
	const account = await zoomAccount({
		getNode: () => nodeWith(authentication),
		getCredentials: async (type) => {
			asked.push(type);
			return { apiUrl: 'https://api.zoom.us/v2', region: 'global', clientId: 'client', ...values };
		},
	});
	expect(asked).toEqual([account.credential]);
	return account;
}

test.each([
	[undefined, 'zoomWebinarServerToServerOAuth2Api'],
	['serverToServer', 'zoomWebinarServerToServerOAuth2Api'],
	['oAuth2', 'zoomWebinarOAuth2Api'],
])('Authentication %s chooses %s', async (authentication, type) => {
	expect(chosenCredential(nodeWith(authentication))).toBe(type);
	expect((await accountWith({}, authentication)).credential).toBe(type);
});

describe('the API’s address', () => {
	test.each<[string, object, string]>([
		['of the region, before there is a token', {}, 'https://api.zoom.us/v2'],
		[
			'that Zoom named with the token',
			{ oauthTokenData: { api_url: 'https://api-eu.zoom.us' } },
			'https://api-eu.zoom.us/v2',
		],
		[
			'of the region, where the token names another host',
			{ oauthTokenData: { api_url: 'https://api.zoom.us.evil.example' } },
			'https://api.zoom.us/v2',
		],
		[
			'of Government, where the token names a host outside of it',
			{
				apiUrl: 'https://api.zoomgov.com/v2',
				region: 'government',
				oauthTokenData: { api_url: 'https://api.zoom.us' },
			},
			'https://api.zoomgov.com/v2',
		],
		[
			'of the gateway, whatever the token names',
			{
				apiUrl: 'https://gateway.example.com/v2',
				region: 'custom',
				oauthTokenData: { api_url: 'https://api-eu.zoom.us' },
			},
			'https://gateway.example.com/v2',
		],
	])('%s', async (_, values, url) => {
		expect((await accountWith(values)).apiUrl).toBe(url);
	});

	test('a Base URL that cannot be used is refused, with a good api_url too', async () => {
		const values = {
			apiUrl: 'http://gateway.example.com/v2',
			region: 'custom',
			oauthTokenData: { api_url: 'https://api.zoom.us' },
		};
		await expect(accountWith(values)).rejects.toThrow(/Base URL of the Zoom credential/);
	});
});

test('limits are counted by account, and by app where the account is not known', async () => {
	expect(await accountWith({ accountId: ' ACC ' })).toMatchObject({
		accountId: 'ACC',
		rateKey: 'ACC',
	});
	expect(await accountWith({}, 'oAuth2')).toMatchObject({ accountId: '', rateKey: 'client' });
});
