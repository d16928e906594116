import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Access } from '../http/guard';
import type { RouteConfig } from '../../kernel/kernel';
import { APP, type Portal } from '../context';
import { HubSpotError, notFound } from '../http/errors';
import { isRecord, record, text } from '../http/input';
import type { Authorizations } from './authorizations';
import { consentTo } from './consent';
import { Grants, type Fields } from './grants';
import { Refusal } from './refusal';

/** Neither tokens nor codes go into the books; who calls proves itself by the client secret. */
const config: RouteConfig & { hubspotAccess: Access } = {
	write: false,
	secret: true,
	hubspotAccess: 'open',
};

const FORM = 'application/x-www-form-urlencoded';

/** The versions of the token endpoint; only v1 also reads the address. */
const VERSIONS = ['v1', 'v3', '2026-03', '2026-09'];

/**
 * Sign-in of the portal's OAuth app. In HubSpot the page of consent is at app.hubspot.com and the rest at
 * api.hubapi.com; here both are below the sandbox's HubSpot.
 * https://developers.hubspot.com/docs/api-reference/auth-oauth-v1/guide
 */
export function registerOAuth(
	app: FastifyInstance,
	{ world, kernel, tokens }: Portal,
	authorizations: Authorizations,
): void {
	const grants = new Grants(world, tokens, authorizations);
	readForms(app);

	// The user agrees at once: a person would see a page of HubSpot's here.
	app.get('/oauth/authorize', { config }, async (request, reply) => {
		const query = textsOf(request.query);
		const consent = consentTo(world.oauthApp, query);
		if (typeof consent === 'string') {
			return reply.code(400).type('text/html; charset=utf-8').send(errorPage(consent));
		}
		const back = new URL(consent.redirectUri);
		back.searchParams.set('code', authorizations.code(consent));
		if (query.state !== undefined) back.searchParams.set('state', query.state);
		return reply.redirect(back.href);
	});

	// What a service key or a private app's token may do; the token itself is the proof.
	app.post('/oauth/v2/private-apps/get/access-token-info', { config }, async (request) => {
		if (text(record(request.body), 'tokenKey') !== world.serviceKey) throw notFound();
		const userId = Number(world.users[0]?.id ?? 1);
		return { userId, hubId: world.portalId, appId: APP.id, scopes: world.scopes };
	});

	for (const version of VERSIONS) {
		const root = `/oauth/${version}/token`;
		app.post(root, { config }, async (request, reply) => {
			const granted = grants.token(fieldsOf(request, version));
			return granted instanceof Refusal ? refuse(reply, granted, version) : granted;
		});
		if (version === 'v1') continue;
		app.post(`${root}/introspect`, { config }, async (request, reply) => {
			const told = grants.introspect(fieldsOf(request, version), kernel.now());
			return told instanceof Refusal ? refuse(reply, told, version) : told;
		});
		app.post(`${root}/revoke`, { config }, async (request, reply) => {
			const refused = grants.revoke(fieldsOf(request, version));
			return refused ? refuse(reply, refused, version) : reply.code(200).send();
		});
	}
}

/** Unless the server reads forms already. */
function readForms(app: FastifyInstance): void {
	if (app.hasContentTypeParser(FORM)) return;
	app.addContentTypeParser(FORM, { parseAs: 'string' }, (_request, raw, done) =>
		done(null, Object.fromEntries(new URLSearchParams(String(raw)))),
	);
}

function fieldsOf(request: FastifyRequest, version: string): Fields {
	const isForm = (request.headers['content-type'] ?? '').startsWith(FORM);
	if (!isForm && !(version === 'v1' && request.body === undefined)) {
		throw new HubSpotError(415, 'HTTP 415 Unsupported Media Type');
	}
	const fields = textsOf(request.body);
	return version === 'v1' ? { ...textsOf(request.query), ...fields } : fields;
}

function textsOf(value: unknown): Fields {
	const entries = Object.entries(isRecord(value) ? value : {});
	return Object.fromEntries(entries.map(([name, one]) => [name, String(one)]));
}

function refuse(reply: FastifyReply, refusal: Refusal, version: string): FastifyReply {
	return reply.code(400).send(refusal.body(version));
}

function errorPage(words: string): string {
	return `<!DOCTYPE html><html><head><title>HubSpot</title></head><body><p>${words}</p></body></html>`;
}
