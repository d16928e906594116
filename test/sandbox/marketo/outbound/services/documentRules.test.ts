import { isRecord, recordOf, type JsonRecord } from '../json';
import { adobeFile } from '../testing/adobe';
import { goodDocument } from '../testing/document';
import { adobeProblems } from './adobeSchema';
import { baseUrlOf, documentProblems } from './documentRules';

/** Sets one place of a good document; undefined takes it away. */
function spoilt(place: string[], value: unknown): JsonRecord {
	const document: JsonRecord = structuredClone(goodDocument());
	const last = place.at(-1) ?? '';
	const parent = place
		.slice(0, -1)
		.reduce((here: JsonRecord, key) => recordOf(here[key]), document);
	if (value === undefined) delete parent[last];
	else parent[last] = value;
	return document;
}

const SUBMIT = ['paths', '/submitAsyncAction', 'post'];
const CALLBACK = [
	...SUBMIT,
	'callbacks',
	'selfServiceFlowComplete',
	'{$request.body#/flowComplete}',
	'post',
];
const CALLBACK_WORDS = "callbacks.selfServiceFlowComplete.'{$request.body#/flowComplete}'.post";

describe('the OpenAPI document of a flow step', () => {
	it('is taken when it has what Marketo needs', () => {
		expect(documentProblems(goodDocument())).toEqual([]);
		expect(adobeProblems(goodDocument()) ?? []).toEqual([]);
	});

	it.each<[string, string[], unknown]>([
		['openapi must be a version 3', ['openapi'], '2.0'],
		['info.title must be a text', ['info', 'title'], undefined],
		['info.version must be a text', ['info', 'version'], ''],
		['info.x-providerName must be a text', ['info', 'x-providerName'], undefined],
		['info.x-schemaVersion must be a text', ['info', 'x-schemaVersion'], undefined],
		['info.x-schemaVersion must be 1.0.0, not 0.3.0', ['info', 'x-schemaVersion'], '0.3.0'],
		[
			'info.x-supportContact must be an e-mail address or a URL',
			['info', 'x-supportContact'],
			'somebody',
		],
		['servers must be a list', ['servers'], {}],
		['servers[0].url must be a URL', ['servers'], [{}]],
		['security must name a scheme of components.securitySchemes', ['security'], []],
		['security names basic, which components.securitySchemes lacks', ['security'], [{ basic: [] }]],
		[
			'Security scheme apiKey must send the key in header or query',
			['components', 'securitySchemes', 'apiKey', 'in'],
			'cookie',
		],
		[
			'Security scheme apiKey must name the key',
			['components', 'securitySchemes', 'apiKey', 'name'],
			undefined,
		],
		[
			'Security scheme apiKey must be of type apiKey, http or oauth2',
			['components', 'securitySchemes', 'apiKey', 'type'],
			'openIdConnect',
		],
		[
			'Security scheme apiKey must be basic',
			['components', 'securitySchemes', 'apiKey'],
			{ type: 'http', scheme: 'bearer' },
		],
		[
			'Security scheme apiKey needs authorizationCode or clientCredentials',
			['components', 'securitySchemes', 'apiKey'],
			{ type: 'oauth2', flows: { implicit: {} } },
		],
		[
			'Security scheme apiKey: the scopes of clientCredentials must be empty',
			['components', 'securitySchemes', 'apiKey'],
			{ type: 'oauth2', flows: { clientCredentials: { scopes: { read: 'Reads' } } } },
		],
		['paths must be an object', ['paths'], undefined],
		['The required path /submitAsyncAction is missing', ['paths', '/submitAsyncAction'], undefined],
		['/submitAsyncAction must be called by POST', SUBMIT, undefined],
		[
			'/submitAsyncAction does not declare the answer 429',
			[...SUBMIT, 'responses', '429'],
			undefined,
		],
		[
			'The body of /submitAsyncAction must be #/components/schemas/async',
			[...SUBMIT, 'requestBody'],
			{ content: { 'application/json': { schema: { type: 'object' } } } },
		],
		[
			`/submitAsyncAction must declare ${CALLBACK_WORDS}`,
			[...SUBMIT, 'callbacks', 'selfServiceFlowComplete'],
			{ '{$request.body#/callbackUrl}': {} },
		],
		[
			`${CALLBACK_WORDS} must declare the header x-callback-token`,
			[...CALLBACK, 'parameters'],
			[{ in: 'header', name: 'x-api-key' }],
		],
		[
			`The body of ${CALLBACK_WORDS} must be #/components/schemas/flowCallBack`,
			[...CALLBACK, 'requestBody'],
			undefined,
		],
		[
			`${CALLBACK_WORDS} does not declare the answer 405`,
			[...CALLBACK, 'responses', '405'],
			undefined,
		],
		['The required path /status is missing', ['paths', '/status'], undefined],
		['/status must be called by GET', ['paths', '/status'], { post: {} }],
		[
			'/getServiceDefinition must answer 200 with application/json',
			['paths', '/getServiceDefinition', 'get', 'responses'],
			{},
		],
		[
			'The answer of /getPicklist must be #/components/schemas/picklistObject',
			['paths', '/getPicklist', 'post', 'responses', '200', 'content', 'application/json'],
			{ schema: { $ref: '#/components/schemas/async' } },
		],
		[
			'/brandIcon must answer 200 with image/*',
			['paths', '/brandIcon', 'get', 'responses', '200', 'content'],
			{ 'image/png': {} },
		],
		[
			'$ref #/components/schemas/serviceStatus leads nowhere',
			['components', 'schemas', 'serviceStatus'],
			undefined,
		],
	])('is refused: %s', (problem, place, value) => {
		expect(documentProblems(spoilt(place, value))).toEqual([problem]);
	});

	it('is no list and no text', () => {
		expect(documentProblems([])).toEqual(['The document is no JSON object']);
	});

	it('may leave out what is optional', () => {
		for (const path of ['/getPicklist', '/brandIcon']) {
			expect(documentProblems(spoilt(['paths', path], undefined))).toEqual([]);
		}
	});

	it.each([
		['its own address without the last part', undefined, 'https://n8n.example.com/webhook/1'],
		['the first server', [{ url: 'https://api.example.com/v1/' }], 'https://api.example.com/v1'],
		['a server on the same host', [{ url: '/flow' }], 'https://n8n.example.com/flow'],
	])('leads to %s', (_what, servers, url) => {
		const document = { ...goodDocument(), ...(servers ? { servers } : {}) };
		expect(baseUrlOf(document, 'https://n8n.example.com/webhook/1/openapi.json?v=2')).toBe(url);
	});
});

describe("Adobe's own files", () => {
	const template = adobeFile('ssfs/CFA-Swagger.json');
	const poc = adobeFile('ssfs/lookup-poc-openapi-0.3.json');

	it('has a template that is taken', () => {
		if (!isRecord(template)) return void process.stdout.write('specs: ABSENT (template)\n');
		expect(documentProblems(template)).toEqual([]);
		expect(adobeProblems(template)).toEqual([]);
	});

	it('has a proof of concept of an older contract that is refused', () => {
		if (!isRecord(poc)) return void process.stdout.write('specs: ABSENT (proof of concept)\n');
		expect(documentProblems(poc)).toEqual([
			'info.x-providerName must be a text',
			'info.x-schemaVersion must be 1.0.0, not 0.3.0',
			'info.x-supportContact must be an e-mail address or a URL',
		]);
		expect(adobeProblems(poc)).toContain("/info must have required property 'x-providerName'");
	});

	it('has a schema that our documents are held against', () => {
		const problems = adobeProblems(spoilt([...SUBMIT, 'callbacks'], undefined));
		if (problems === undefined) return void process.stdout.write('specs: ABSENT (schema)\n');
		expect(problems).toEqual([
			"/paths/~1submitAsyncAction/post must have required property 'callbacks'",
		]);
	});
});
