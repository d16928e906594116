import type { JsonObject } from '../../shared/transport/json';
import { ANSWER_SCHEMAS } from './schemas/answers';
import { DEFINITION_SCHEMAS } from './schemas/definition';
import { INVOCATION_SCHEMAS } from './schemas/invocation';
import { ref } from './schemas/parts';
import type { ServiceSettings } from './settings';

/** The interface of Adobe's that the service implements. */
const SCHEMA_VERSION = '1.0.0';

/** The header in which Marketo sends the key. */
export const API_KEY_HEADER = 'x-api-key';

/**
 * The OpenAPI document by which Marketo installs the flow step: Admin → Service Providers → Add New
 * Service. It holds no secret.
 * https://github.com/adobe/Marketo-SSFS-Service-Provider-Interface
 * @param baseUrl below which Marketo finds the paths
 */
export function openApiDocument(
	baseUrl: string,
	{ name, providerName, supportContact }: ServiceSettings,
): JsonObject {
	return {
		openapi: '3.0.1',
		info: {
			title: name,
			description: 'A step of smart campaigns that hands people to a workflow in n8n.',
			version: '1.0.0',
			'x-providerName': providerName,
			'x-schemaVersion': SCHEMA_VERSION,
			'x-supportContact': supportContact,
		},
		servers: [{ url: baseUrl }],
		security: [{ apiKey: [] }],
		paths: {
			'/submitAsyncAction': { post: SUBMIT },
			'/getServiceDefinition': get('application/json', ref('serviceDefinition')),
			'/status': get('application/json', ref('serviceStatus')),
			'/getPicklist': {
				post: {
					...answer('application/json', ref('picklistObject')),
					requestBody: body('getPicklistRequest'),
				},
			},
			'/brandIcon': get('image/*', FILE),
			'/serviceIcon': get('image/*', FILE),
			'/providerInstructions': get('text/html', { type: 'string' }),
		},
		components: {
			schemas: { ...INVOCATION_SCHEMAS, ...ANSWER_SCHEMAS, ...DEFINITION_SCHEMAS },
			securitySchemes: { apiKey: { type: 'apiKey', name: API_KEY_HEADER, in: 'header' } },
		},
	};
}

const FILE = { type: 'string', format: 'binary' };

const SUBMIT = {
	requestBody: body('async'),
	callbacks: {
		selfServiceFlowComplete: {
			'{$request.body#/flowComplete}': {
				post: {
					parameters: [header('x-api-key'), header('x-callback-token')],
					requestBody: body('flowCallBack'),
					responses: { 404: said('Not Found'), 405: said('Invalid input') },
				},
			},
		},
	},
	responses: {
		201: said('Accepted'),
		400: said('Bad Request'),
		401: said('Unauthorized'),
		403: said('Forbidden'),
		429: said('Too Many Requests'),
		500: said('Internal Server Error'),
	},
};

function get(contentType: string, schema: JsonObject): JsonObject {
	return { get: answer(contentType, schema) };
}

function answer(contentType: string, schema: JsonObject): JsonObject {
	return { responses: { 200: { description: 'OK', content: { [contentType]: { schema } } } } };
}

function body(schema: string): JsonObject {
	return { required: true, content: { 'application/json': { schema: ref(schema) } } };
}

function header(name: string): JsonObject {
	return { in: 'header', name, required: true, schema: { type: 'string' } };
}

function said(description: string): JsonObject {
	return { description };
}
