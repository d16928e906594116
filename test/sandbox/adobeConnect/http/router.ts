import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { SessionStore } from '../session/store';
import type { AdobeState } from '../state/adobeState';
import type { AdobePrincipal } from '../world';
import { AdobeError, noLogin, statusElement, wrongType } from './errors';
import { Params } from './input';
import { paramsOf, sessionOf } from './request';
import { element, writeXml, type Element } from './xml';

export interface Call {
	params: Params;
	/** Who is signed in; null only in actions that are open. */
	actor: AdobePrincipal | null;
	/** As it was sent, known or not. */
	session: string | null;
	headers: FastifyRequest['headers'];
	/** The session of this call; a new anonymous one when it brought none. */
	ownSession(): string;
	/** Sends the cookie. */
	setSession(id: string): void;
}

/** What one `action=` does. */
export interface Action {
	/** Nobody has to be signed in. */
	open?: boolean;
	/** @returns what stands behind the status; null: a body without anything, as report-my-events has it */
	handle(call: Call): Element[] | null;
}

export type ActionTable = Record<string, Action>;

/** A list without rows is left out by some servers. */
function isFilled({ attributes, content }: Element): boolean {
	return content.length > 0 || Object.keys(attributes).length > 0;
}

/** A signed-in call's person. @throws AdobeError */
export function actorOf(call: Call): AdobePrincipal {
	if (!call.actor) throw noLogin();
	return call.actor;
}

export const API_PATH = '/api/xml';

/** `/api/xml` by GET and POST: one action per call, always HTTP 200. */
export function serveActions(
	app: FastifyInstance,
	state: AdobeState,
	sessions: SessionStore,
	actions: ActionTable,
): void {
	app.route({
		method: ['GET', 'POST'],
		url: API_PATH,
		exposeHeadRoute: false,
		config: { write: false },
		handler: (request, reply) => answer(request, reply),
	});

	async function answer(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
		const values = paramsOf(request);
		const params = new Params(values, state.world.timeZone.javaId);
		const session = sessionOf(request, values);
		const name = params.text('action') ?? '';
		const { password, 'password-verify': _verify, ...shown } = values;
		const entry = {
			action: name,
			params: { ...shown, ...(password === undefined ? {} : { password: ['…'] }) },
			session,
			at: state.nowIso(),
			status: '',
		};
		state.calls.push(entry);
		await state.takeTime(session);
		let content: Element[] | null;
		let error: AdobeError | undefined;
		try {
			content = run(actions[name], params, session, request, reply);
		} catch (thrown) {
			if (!(thrown instanceof AdobeError)) console.error(thrown);
			error = thrown instanceof AdobeError ? thrown : wrongType();
			content = [];
		}
		entry.status = error?.status ?? 'ok';
		reply.type('text/xml;charset=UTF-8');
		if (state.unsure.emptyLists === 'missing') content = content?.filter(isFilled) ?? null;
		if (content === null) return reply.send('<?xml version="1.0" encoding="utf-8"?>\r\n');
		return reply.send(
			dressed(writeXml(element('results', {}, [statusElement(error), ...content]))),
		);
	}

	function run(
		action: Action | undefined,
		params: Params,
		sent: string | null,
		request: FastifyRequest,
		reply: FastifyReply,
	): Element[] | null {
		const session = sessions.use(sent);
		const actor = session?.principalId ? (state.principals.get(session.principalId) ?? null) : null;
		if (!action) {
			if (!actor) throw noLogin();
			throw new AdobeError('no-access', 'denied');
		}
		if (!action.open && !actor) throw noLogin();
		return action.handle({
			params,
			actor,
			session: sent,
			headers: request.headers,
			ownSession: () => (session && sent !== null ? sent : sessions.open(null)),
			setSession: (id) => {
				void reply.header('set-cookie', `BREEZESESSION=${id};HttpOnly;path=/`);
			},
		});
	}

	/** What answers of real servers carry besides XML. */
	function dressed(text: string): string {
		const { byteOrderMark, controlCharacters } = state.world;
		const body = controlCharacters ? text.replace(/<name>/g, '<name>\u0002') : text;
		return byteOrderMark ? `\uFEFF${body}` : body;
	}
}
