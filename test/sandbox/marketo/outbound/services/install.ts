import type { MarketoInstallOptions } from '../../contract';
import { addActivityType } from './activityTypes';
import type { Outbound } from '../context';
import { describe, request, type OutboundAnswer } from '../http';
import { isRecord, isText, parsed, recordOf, type JsonRecord } from '../json';
import { adobeProblems } from './adobeSchema';
import { readDefinition } from './definition';
import { definitionProblems } from './definitionRules';
import { baseUrlOf, documentProblems } from './documentRules';
import { InstalledService } from './installedService';
import { mappingProblems, suggestedMappings } from './mapping';
import { apiKeyOf } from './securityRules';
import { serviceCaller, type ServiceCaller } from './serviceCalls';
import { statusProblems } from './statusRules';

const TIMEOUT_MS = 30_000;

/**
 * Admin > Service Providers > Add New Service, in Marketo's order: the document, the credentials (which call
 * /status), the definition, the mapping of fields.
 * https://experienceleague.adobe.com/en/docs/marketo/using/product-docs/core-marketo-concepts/smart-campaigns/flow-actions/flow-step-service
 * @throws Error with everything that Marketo would refuse
 */
export async function install(
	outbound: Outbound,
	openApiUrl: string,
	apiKey: string,
	options: MarketoInstallOptions = {},
): Promise<InstalledService> {
	const document = await fetchedDocument(outbound, openApiUrl);
	refuse('The OpenAPI document', [
		...documentProblems(document),
		...(adobeProblems(document) ?? []),
	]);
	const scheme = apiKeyOf(document);
	if (!scheme) throw new Error('The service takes no API key: other credentials are not played');
	const baseUrl = baseUrlOf(document, openApiUrl);
	const caller = serviceCaller(baseUrl, scheme, apiKey, outbound.signal);
	const status = answered('/status', await caller.get('/status'));
	refuse('/status', statusProblems(status));
	const definition = answered('/getServiceDefinition', await caller.get('/getServiceDefinition'));
	refuse('/getServiceDefinition', definitionProblems(definition));
	const read = readDefinition(definition);
	const apiName = options.apiName ?? read.apiName;
	if (outbound.services.some((one) => one.apiName === apiName)) {
		throw new Error(`The name ${apiName} is in use: give the service another one`);
	}
	const suggested = suggestedMappings(outbound.state, read);
	const mappings = {
		invocation: { ...suggested.invocation, ...options.mappings?.invocation },
		callback: { ...suggested.callback, ...options.mappings?.callback },
	};
	refuse('The field mapping', mappingProblems(outbound.state, read, mappings));
	const service = new InstalledService(
		{
			apiName,
			name: read.texts.name,
			baseUrl,
			document,
			definition,
			status,
			icons: {
				brandIcon: await file(document, caller, '/brandIcon', 'image/*'),
				serviceIcon: await file(document, caller, '/serviceIcon', 'image/*'),
			},
			instructions: await file(document, caller, '/providerInstructions', 'text/html'),
			mappings,
			settings: options.settings ?? {},
			activityTypeId: addActivityType(outbound.state, read),
		},
		read,
		caller,
	);
	outbound.services.push(service);
	return service;
}

/** Marketo reads the document before it knows a key. */
async function fetchedDocument({ signal }: Outbound, url: string): Promise<JsonRecord> {
	if (!URL.canParse(url)) throw new Error(`${url} is no URL`);
	const answer = await request({ method: 'GET', url, timeoutMs: TIMEOUT_MS, signal });
	return answered(url, answer);
}

function answered(place: string, answer: OutboundAnswer): JsonRecord {
	if (answer.status === 401 || answer.status === 403) {
		throw new Error(`${place} refused the credentials (${answer.status})`);
	}
	if (answer.status !== 200) throw new Error(`${place}: ${describe(answer)}`);
	const body = parsed(answer.body);
	if (!isRecord(body)) throw new Error(`${place} did not answer with a JSON object`);
	return body;
}

/** A file of the service, where the document declares it. */
async function file(
	document: JsonRecord,
	caller: ServiceCaller,
	path: string,
	contentType: string,
): Promise<string | null> {
	if (recordOf(document.paths)[path] === undefined) return null;
	const answer = await caller.get(path);
	if (answer.status !== 200) throw new Error(`${path}: ${describe(answer)}`);
	if (!answer.contentType.startsWith(contentType.replace('*', '')) || !isText(answer.body)) {
		throw new Error(`${path} did not answer with ${contentType}`);
	}
	return answer.body;
}

function refuse(place: string, problems: string[]): void {
	if (problems.length > 0) throw new Error(`${place}: ${problems.join('; ')}`);
}
