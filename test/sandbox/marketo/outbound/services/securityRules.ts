import { at, isRecord, isText, recordOf, type JsonRecord } from '../json';

/** How Marketo signs in at a service; only keys are played here. */
export interface ApiKeyScheme {
	in: 'header' | 'query';
	name: string;
}

/** Marketo uses the first scheme of the root `security` and no other. */
export function securityProblems(document: JsonRecord): string[] {
	const name = firstScheme(document);
	if (name === undefined) return ['security must name a scheme of components.securitySchemes'];
	const scheme = at(document, 'components', 'securitySchemes', name);
	if (!isRecord(scheme)) return [`security names ${name}, which components.securitySchemes lacks`];
	switch (scheme.type) {
		case 'apiKey':
			return apiKeyProblems(name, scheme);
		case 'http':
			return scheme.scheme === 'basic' ? [] : [`Security scheme ${name} must be basic`];
		case 'oauth2':
			return flowProblems(name, scheme);
		default:
			return [`Security scheme ${name} must be of type apiKey, http or oauth2`];
	}
}

/** @returns undefined when the service is not protected by a key */
export function apiKeyOf(document: JsonRecord): ApiKeyScheme | undefined {
	const name = firstScheme(document) ?? '';
	const scheme = recordOf(at(document, 'components', 'securitySchemes', name));
	if (scheme.type !== 'apiKey' || !isText(scheme.name)) return undefined;
	return { in: scheme.in === 'query' ? 'query' : 'header', name: scheme.name };
}

function firstScheme({ security }: JsonRecord): string | undefined {
	if (!Array.isArray(security)) return undefined;
	return Object.keys(recordOf(security[0]))[0];
}

function apiKeyProblems(name: string, scheme: JsonRecord): string[] {
	const problems: string[] = [];
	if (!isText(scheme.name)) problems.push(`Security scheme ${name} must name the key`);
	if (scheme.in !== 'header' && scheme.in !== 'query') {
		problems.push(`Security scheme ${name} must send the key in header or query`);
	}
	return problems;
}

function flowProblems(name: string, { flows }: JsonRecord): string[] {
	const known = ['authorizationCode', 'clientCredentials'].filter((one) =>
		isRecord(recordOf(flows)[one]),
	);
	if (known.length === 0) {
		return [`Security scheme ${name} needs authorizationCode or clientCredentials`];
	}
	return known
		.filter((one) => Object.keys(recordOf(at(flows, one, 'scopes'))).length > 0)
		.map((one) => `Security scheme ${name}: the scopes of ${one} must be empty`);
}
