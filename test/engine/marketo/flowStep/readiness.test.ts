import type { INodeParameters } from 'n8n-workflow';

import { API_KEY, engine, WEBHOOK_SECRET } from './host';

const activate = async (parameters: INodeParameters, credential = {}) =>
	await engine.activate({
		credential: { apiKey: API_KEY, webhookSecret: WEBHOOK_SECRET, ...credential },
		parameters,
	});

describe('a workflow with the trigger', () => {
	it.each([['flowStep'], ['webhook']])(
		'is activated when nothing is wrong: %s',
		async (calledBy) => {
			await activate({ calledBy });
			expect(await engine.deactivate({ credential: {}, parameters: { calledBy } })).toBe(true);
		},
	);

	it.each<[string, INodeParameters, object, string]>([
		['has no key', { calledBy: 'flowStep' }, { apiKey: '' }, 'Flow Step API Key'],
		['has a short key', { calledBy: 'flowStep' }, { apiKey: 'short' }, '16 characters'],
		[
			'has a key with spaces',
			{ calledBy: 'flowStep' },
			{ apiKey: 'a b c d e f g h i j k' },
			'spaces',
		],
		['has no secret', { calledBy: 'webhook' }, { webhookSecret: '' }, 'Webhook Secret'],
		['accepts no Munchkin ID', { options: { acceptedMunchkinIds: '123' } }, {}, 'Munchkin'],
		['has no public address', { options: { publicUrl: 'http://example.com' } }, {}, 'Public URL'],
		['has a name that Marketo refuses', { options: { apiName: '1 a' } }, {}, 'API Name'],
		['asks for a field by its label', { options: { furtherFields: 'Job Title' } }, {}, 'Job Title'],
	])('is not activated when it %s', async (_what, parameters, credential, words) => {
		await expect(activate(parameters, credential)).rejects.toThrow(words);
	});
});
