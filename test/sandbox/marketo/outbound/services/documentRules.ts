import { at, isRecord, isText, recordOf, type JsonRecord } from '../json';
import { pathProblems } from './pathRules';
import { securityProblems } from './securityRules';

const SCHEMA_VERSION = '1.0.0';
const EMAIL = /^[^@\s]+@[^@\s]+\.[^@\s]+$/;

/**
 * What Marketo would refuse in the OpenAPI document of a self-service flow step.
 * https://github.com/adobe/Marketo-SSFS-Service-Provider-Interface (README, schema.yaml)
 * @param document as it was fetched, references not followed
 * @returns one sentence each; empty when it can be installed
 */
export function documentProblems(document: unknown): string[] {
	if (!isRecord(document)) return ['The document is no JSON object'];
	return [
		...infoProblems(document),
		...serverProblems(document),
		...securityProblems(document),
		...pathProblems(document),
		...referenceProblems(document),
	];
}

function infoProblems({ openapi, info }: JsonRecord): string[] {
	const problems: string[] = [];
	if (typeof openapi !== 'string' || !openapi.startsWith('3.')) {
		problems.push('openapi must be a version 3');
	}
	const facts = recordOf(info);
	for (const name of ['title', 'version', 'x-providerName', 'x-schemaVersion']) {
		if (!isText(facts[name])) problems.push(`info.${name} must be a text`);
	}
	const version = facts['x-schemaVersion'];
	if (isText(version) && version !== SCHEMA_VERSION) {
		problems.push(`info.x-schemaVersion must be ${SCHEMA_VERSION}, not ${version}`);
	}
	if (!isContact(facts['x-supportContact'])) {
		problems.push('info.x-supportContact must be an e-mail address or a URL');
	}
	return problems;
}

function isContact(value: unknown): boolean {
	return isText(value) && (EMAIL.test(value) || URL.canParse(value));
}

function serverProblems({ servers }: JsonRecord): string[] {
	if (servers === undefined) return [];
	if (!Array.isArray(servers)) return ['servers must be a list'];
	const url = at(servers[0], 'url');
	return servers.length === 0 || isText(url) ? [] : ['servers[0].url must be a URL'];
}

/** Every `$ref` must lead somewhere inside the document. */
function referenceProblems(document: JsonRecord): string[] {
	const broken = [...new Set(references(document))].filter((ref) => !leadsTo(document, ref));
	return broken.map((ref) => `$ref ${ref} leads nowhere`);
}

function references(value: unknown): string[] {
	if (Array.isArray(value)) return value.flatMap(references);
	if (!isRecord(value)) return [];
	return Object.entries(value).flatMap(([key, one]) =>
		key === '$ref' && typeof one === 'string' ? [one] : references(one),
	);
}

function leadsTo(document: JsonRecord, ref: string): boolean {
	const [start, ...keys] = ref.split('/');
	return start === '#' && at(document, ...keys.map(unescaped)) !== undefined;
}

/** JSON pointers write / as ~1 and ~ as ~0. */
function unescaped(key: string): string {
	return decodeURIComponent(key).replaceAll('~1', '/').replaceAll('~0', '~');
}

/**
 * The address below which the service answers: the first server, else the document's own address without its
 * last part.
 * @param documentUrl where the document was fetched
 */
export function baseUrlOf(document: JsonRecord, documentUrl: string): string {
	const [server] = Array.isArray(document.servers) ? document.servers : [];
	const url = at(server, 'url');
	const base = new URL(typeof url === 'string' ? url : '.', documentUrl);
	return (base.origin + base.pathname).replace(/\/$/, '');
}
