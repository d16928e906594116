import { recordOf, type JsonRecord } from './json';
import { adobeComplaints } from './testing/adobe';
import { goodDefinition, goodDocument } from './testing/document';
import { startInstance, type TestInstance } from './testing/instance';
import { API_KEY, replyTo, startService, type TestService } from './testing/service';

let marketo: TestInstance;
let service: TestService;
beforeEach(async () => {
	marketo = await startInstance();
	service = await startService();
});
afterEach(async () => {
	await marketo.close();
	await service.close();
});

const install = async (...more: [] | [Parameters<TestInstance['side']['installService']>[2]]) =>
	await marketo.side.installService(service.openApiUrl, API_KEY, ...more);

describe('installing a flow step', () => {
	it('asks for document, status, definition and files, and keeps them', async () => {
		const installed = await install();
		expect(service.received.map(({ method, path }) => `${method} ${path}`)).toEqual([
			'GET /webhook/f1/openapi.json',
			'GET /webhook/f1/status',
			'GET /webhook/f1/getServiceDefinition',
			'GET /webhook/f1/brandIcon',
			'GET /webhook/f1/providerInstructions',
		]);
		expect(installed).toMatchObject({
			apiName: 'webinarRegistration',
			name: 'Register for Webinar',
			baseUrl: service.url,
			document: goodDocument(),
			definition: goodDefinition(),
			status: { errors: [] },
			icons: { brandIcon: '<svg/>', serviceIcon: null },
			instructions: '<p>Do this</p>',
			mappings: {
				invocation: { email: 'email', firstName: 'firstName', lastName: 'lastName' },
				callback: { lastJoinUrl: 'lastWebinarJoinUrl' },
			},
		});
		expect(marketo.side.services).toEqual([installed]);
	});

	it('sends the key with everything but the document', async () => {
		await install();
		const keys = service.received.map(({ headers }) => headers['x-api-key']);
		expect(keys).toEqual([undefined, API_KEY, API_KEY, API_KEY, API_KEY]);
	});

	it('sends a key in the query where the document wants it there', async () => {
		const document: JsonRecord = goodDocument();
		const schemes = recordOf(recordOf(document.components).securitySchemes);
		schemes.apiKey = { type: 'apiKey', in: 'query', name: 'key' };
		replyTo(service, '/openapi.json', { body: document });
		expect((await install()).name).toBe('Register for Webinar');
		expect(service.received.map(({ headers }) => headers['x-api-key'])).not.toContain(API_KEY);
	});

	it('calls the first server, where the document names one', async () => {
		const servers = [{ url: `${service.url}/v2` }, { url: service.url }];
		replyTo(service, '/openapi.json', { body: { ...goodDocument(), servers } });
		await expect(install()).rejects.toThrow('/status: answered 404');
		expect(service.received.at(-1)?.path).toBe('/webhook/f1/v2/status');
	});

	it('is refused with a wrong key', async () => {
		const refused = marketo.side.installService(service.openApiUrl, 'wrong');
		await expect(refused).rejects.toThrow('/status refused the credentials (401)');
		expect(marketo.side.services).toEqual([]);
	});

	it.each<[string, string, JsonRecord]>([
		['/openapi.json', 'answered 404', { status: 404 }],
		['/openapi.json', 'did not answer with a JSON object', { body: '<html>' }],
		['/openapi.json', 'The OpenAPI document: openapi must be a version 3; ', { body: {} }],
		['/status', 'errors must be a list of texts', { body: { errors: 'none' } }],
		['/status', '/status: answered 500', { status: 500 }],
		['/getServiceDefinition', 'apiName must be a text', { body: { apiName: '' } }],
		['/brandIcon', '/brandIcon did not answer with image/*', { body: '{}' }],
		['/brandIcon', '/brandIcon: answered 404', { status: 404 }],
		['/providerInstructions', 'did not answer with text/html', { body: {} }],
	])('is refused for %s: %s', async (path, words, reply) => {
		replyTo(service, path, reply);
		await expect(install()).rejects.toThrow(words);
		expect(marketo.side.services).toEqual([]);
	});

	it('is refused where nobody answers', async () => {
		replyTo(service, '/openapi.json', { cut: true });
		await expect(install()).rejects.toThrow(`${service.openApiUrl}: `);
		await expect(marketo.side.installService('n8n', API_KEY)).rejects.toThrow('n8n is no URL');
	});

	it('is refused under a name that is in use, and taken under another one', async () => {
		await install();
		await expect(install()).rejects.toThrow('The name webinarRegistration is in use');
		const second = await install({ apiName: 'second' });
		expect(second.apiName).toBe('second');
		expect(second.activityTypeId).not.toBe(marketo.side.services[0]?.activityTypeId);
	});

	it('waits for the admin to map what is required', async () => {
		const definition = goodDefinition();
		const [email] = definition.invocationPayloadDef.fields;
		if (email) email.suggestedMarketoAttribute = 'workEmail';
		replyTo(service, '/getServiceDefinition', { body: definition });
		await expect(install()).rejects.toThrow('The required field email is not mapped');
		const mapped = (invocation: Record<string, string>) => install({ mappings: { invocation } });
		await expect(mapped({ email: 'workEmail' })).rejects.toThrow('no lead field workEmail');
		await expect(mapped({ email: 'email', phone: 'phone' })).rejects.toThrow('no field phone');
		expect((await mapped({ email: 'email' })).mappings.invocation.email).toBe('email');
	});

	it('suggests a field of a fitting type only', async () => {
		const definition = goodDefinition();
		const [field] = definition.callbackPayloadDef.fields;
		if (field) field.suggestedMarketoAttribute = 'webinarScore';
		replyTo(service, '/getServiceDefinition', { body: definition });
		expect((await install()).mappings.callback).toEqual({});
	});
});

describe('a picklist', () => {
	const choice = (value: unknown, text = 'Autumn release') => ({
		displayValue: { en_US: text },
		submittedValue: value,
	});
	const refresh = (attribute = 'webinar') =>
		marketo.side.refreshPicklist('webinarRegistration', attribute);

	it('is asked for with the mapping, and kept', async () => {
		const installed = await install();
		replyTo(service, '/getPicklist', { body: { choices: [choice('8123'), choice(99)] } });
		expect(await refresh()).toEqual([choice('8123'), choice('99')]);
		expect(installed.picklists.webinar).toHaveLength(2);
		expect(adobeComplaints('getPicklistRequest', service.received.at(-1)?.body)).toEqual([]);
		expect(service.received.at(-1)?.body).toEqual({
			name: 'webinar',
			type: 'flow',
			fieldMappingContext: {
				invocation: ['email', 'firstName', 'lastName'].map((name) => ({
					marketoAttribute: name,
					serviceAttribute: name,
				})),
				callback: [{ marketoAttribute: 'lastWebinarJoinUrl', serviceAttribute: 'lastJoinUrl' }],
			},
		});
	});

	it.each<[string, JsonRecord]>([
		['/getPicklist: choices must be a list', { body: [] }],
		['/getPicklist: answered 500', { status: 500 }],
		['1001 choices are more than 1000', { body: { choices: Array(1001).fill(choice('1')) } }],
		['choices[0] must have', { body: { choices: [choice(null)] } }],
		['choices[0] must have', { body: { choices: [choice('1', '')] } }],
	])('is refused: %s', async (words, reply) => {
		await install();
		replyTo(service, '/getPicklist', reply);
		await expect(refresh()).rejects.toThrow(words);
	});

	it('is there for attributes that have one', async () => {
		await install();
		await expect(refresh('email')).rejects.toThrow('email has no picklist');
		await expect(marketo.side.refreshPicklist('other', 'webinar')).rejects.toThrow(
			'There is no service other',
		);
	});
});
