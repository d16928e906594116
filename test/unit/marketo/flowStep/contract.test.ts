import Ajv from 'ajv';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

import { callbackBody, chunkErrorBody } from '../../../../nodes/Marketo/flowStep/callbackBody';
import { picklistOf } from '../../../../nodes/Marketo/actions/flowStep/returnChoices/choices';
import { serviceDefinition } from '../../../../nodes/Marketo/webhook/definition';
import { openApiDocument } from '../../../../nodes/Marketo/webhook/document';
import { serviceStatus } from '../../../../nodes/Marketo/webhook/status';
import {
	asObject,
	asObjects,
	asText,
	type JsonObject,
} from '../../../../nodes/shared/transport/json';
import { specFile } from '../../../sandbox/specs';
import { CALLBACK, NOW, SERVICE } from './samples';

const SCHEMA = specFile('marketo/ssfs/schema.yaml');
const SWAGGER = specFile('marketo/ssfs/CFA-Swagger.json');
const withSpecs = SCHEMA === undefined || SWAGGER === undefined ? it.skip : it;
if (SCHEMA === undefined) process.stdout.write("Adobe's files of flow steps: ABSENT\n");

const document = openApiDocument('https://n8n.example.com/webhook/id', SERVICE);
const definition = serviceDefinition(SERVICE);
const invocation = asObject(definition.invocationPayloadDef);
const callback = asObject(definition.callbackPayloadDef);
const namesOf = (list: unknown, key = 'apiName') => asObjects(list).map((one) => asText(one[key]));

/** Words for people are ours, or left out; everything that a program reads is Adobe's. */
function withoutWords(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(withoutWords);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value)
			.filter(
				([name, held]) =>
					!(name === 'example' || (name === 'description' && typeof held === 'string')),
			)
			.map(([name, held]) => [name, withoutWords(held)]),
	);
}

describe('the OpenAPI document', () => {
	withSpecs("passes Adobe's own schema", () => {
		const ajv = new Ajv({ strict: false, validateSchema: false, allErrors: true, logger: false });
		const validate = ajv.compile(parse(readFileSync(SCHEMA!, 'utf8')) as object);
		validate(JSON.parse(JSON.stringify(document)));
		expect(validate.errors).toBeNull();
	});

	withSpecs("holds Adobe's schemas as they are, but for words and examples", () => {
		const swagger = asObject(JSON.parse(readFileSync(SWAGGER!, 'utf8')));
		const theirs = asObject(asObject(swagger.components).schemas);
		expect(asObject(document.components).schemas).toEqual(withoutWords(theirs));
	});

	it('names service, provider, contact and where the service is', () => {
		expect(document.info).toMatchObject({
			title: SERVICE.name,
			'x-providerName': SERVICE.providerName,
			'x-schemaVersion': '1.0.0',
			'x-supportContact': 'support@example.com',
		});
		expect(document.servers).toEqual([{ url: 'https://n8n.example.com/webhook/id' }]);
		expect(document.security).toEqual([{ apiKey: [] }]);
	});
});

/** A schema of the document, compiled with all it refers to. */
function validator(name: string) {
	const ajv = new Ajv({ strict: false, allErrors: true, logger: false, validateFormats: false });
	return ajv.compile({ components: document.components, $ref: `#/components/schemas/${name}` });
}

function expectValid(name: string, value: JsonObject): void {
	const validate = validator(name);
	validate(JSON.parse(JSON.stringify(value)));
	expect(validate.errors).toBeNull();
}

describe('what the service says of itself', () => {
	it('fits the schemas that it was installed with', () => {
		expectValid('serviceDefinition', definition);
		expectValid('serviceStatus', { ...serviceStatus([]) });
		const offered = [
			{ choice: { displayValue: { en_US: 'Orchids' }, submittedValue: '852' }, item: 0 },
		];
		expectValid('picklistObject', { choices: picklistOf(offered).choices });
	});

	it('has a primary attribute of the flow step, and no name twice', () => {
		const flow = namesOf(invocation.flowAttributes);
		const activity = namesOf(callback.attributes);
		expect(flow).toEqual(['webinar', 'configuration']);
		expect(flow).toContain(definition.primaryAttribute);
		for (const name of ['success', 'reason', 'errorCode', ...flow]) {
			expect(activity).not.toContain(name);
		}
		const fields = namesOf(invocation.fields, 'serviceAttribute');
		expect(fields).toEqual([...new Set(fields)]);
		expect(fields).toContain('country');
		expect(fields).not.toContain('id');
	});

	it('gives join links the only type that they fit into', () => {
		const links = [...asObjects(callback.attributes), ...asObjects(callback.fields)].filter((one) =>
			/url/i.test(asText(one.apiName) + asText(one.serviceAttribute)),
		);
		expect(links.map(({ dataType }) => dataType)).toEqual(['text', 'text']);
	});

	it('offers no configuration where none is set up', () => {
		const plain = serviceDefinition({ ...SERVICE, configurations: [] });
		expect(namesOf(asObject(plain.invocationPayloadDef).flowAttributes)).toEqual(['webinar']);
	});
});

describe('the status', () => {
	const node = (operation: string, disabled = false) => ({
		name: operation,
		type: 'n8n-nodes-webinars.marketoProgram',
		typeVersion: 1,
		disabled,
		parameters: { resource: 'flowStep', operation },
	});

	it('warns where nobody returns a result, or the workflow waits', () => {
		const wait = { name: 'Wait', type: 'n8n-nodes-base.wait', typeVersion: 1, disabled: false };
		expect(serviceStatus([node('returnResult', true)]).warnings).toHaveLength(1);
		expect(serviceStatus([node('returnResult'), wait]).warnings).toHaveLength(1);
		expect(serviceStatus([node('returnResult'), node('returnChoices')])).toEqual({
			info: [expect.any(String)],
			warnings: [],
			errors: [],
		});
	});
});

describe('the callback', () => {
	const result = {
		success: true,
		registrationStatus: 'registered',
		registrantId: 'r1',
		joinUrl: 'https://example.com/w/1',
		errorCode: '',
		message: '',
	} as const;
	const people = [1, 2, 3].map((leadId) => ({ leadId, email: '', programId: null, problem: '' }));

	it('fits the schema, and says of those without a result that they failed', () => {
		const refused = {
			...result,
			success: false,
			errorCode: 'WEBINAR_FULL',
			message: 'é'.repeat(300),
		};
		const body = callbackBody({ people, results: { 1: result, 2: refused } }, CALLBACK, NOW);
		expectValid('flowCallBack', body);
		expect(body).toMatchObject({
			munchkinId: '123-ABC-456',
			token: 'token',
			time: '2026-11-01T10:00:05Z',
		});
		const [one, two, three] = asObjects(body.objectData);
		expect(one).toEqual({
			leadData: { id: 1, webinarJoinUrl: result.joinUrl },
			activityData: {
				success: true,
				registrationStatus: 'registered',
				registrantId: 'r1',
				joinUrl: result.joinUrl,
			},
		});
		const { reason, errorCode } = asObject(two!.activityData);
		expect(errorCode).toBe('WEBINAR_FULL');
		expect(Buffer.byteLength(asText(reason))).toBe(254);
		expect(three!.activityData).toMatchObject({ success: false, errorCode: 'WORKFLOW_FAILED' });
	});

	it('leaves out a link that is too long, because a cut one leads nowhere', () => {
		const long = { ...result, joinUrl: `https://example.com/${'x'.repeat(2000)}` };
		const body = callbackBody({ people: people.slice(0, 1), results: { 1: long } }, CALLBACK, NOW);
		expect(JSON.stringify(body)).not.toContain('xxx');
	});

	it('has a code of its own where the whole chunk failed', () => {
		const body = chunkErrorBody(CALLBACK, 'no', NOW);
		expectValid('flowCallBack', body);
		expect(body).toMatchObject({ errorCode: 'RESULTS_REFUSED', errorMessage: 'no' });
		expect(body.objectData).toBeUndefined();
	});
});
