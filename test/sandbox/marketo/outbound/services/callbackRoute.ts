import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Outbound } from '../context';
import { recordOf } from '../json';
import { callbackProblems } from './callbackRules';
import { Invocation } from './invocation';
import { takeCallback } from './results';
import { CALLBACK_PATH } from './submit';

interface Answer {
	status: number;
	message: string;
}

/** Where services send their results: its own gateway, with its own key and none of REST's tokens and limits. */
export function registerCallback(app: FastifyInstance, outbound: Outbound): void {
	app.post(CALLBACK_PATH, { config: { write: true, marketoOpen: true } }, (request, reply) => {
		const { status, message } = answerTo(outbound, request);
		return reply.code(status).send({ message });
	});
}

/**
 * 202 for the first good callback; 401 for a wrong key or an unknown token, 404 for a token that is used up,
 * 405 ("Invalid input") for a body that is none, which leaves the token usable.
 */
function answerTo(outbound: Outbound, request: FastifyRequest): Answer {
	const headers = textsOf(request.headers);
	const token = headers['x-callback-token'];
	const invocation = outbound.invocations
		.filter((one) => one instanceof Invocation)
		.find(({ secrets }) => secrets.token === token);
	if (!invocation) return { status: 401, message: 'The callback token is unknown' };
	const body = recordOf(request.body);
	const answer = judged(outbound, invocation, headers['x-api-key'], request.body);
	invocation.callbacks.push({ headers, body, status: answer.status });
	if (answer.status === 202) takeCallback(outbound, invocation, body);
	return answer;
}

function judged(
	{ state, unsure }: Outbound,
	invocation: Invocation,
	apiKey: string | undefined,
	body: unknown,
): Answer {
	const { token, apiCallBackKey } = invocation.secrets;
	if (apiKey !== apiCallBackKey) return { status: 401, message: 'The API key is wrong' };
	if (!invocation.isOpen) return { status: 404, message: 'The callback token was used already' };
	const problems = callbackProblems(body, state.world.munchkinId);
	const inBody = recordOf(body).token;
	if (inBody === undefined && unsure.callbackTokenInBody) {
		problems.push('token must be in the body as well');
	}
	if (inBody !== undefined && inBody !== token) problems.push('token must be that of the header');
	return problems.length > 0
		? { status: 405, message: `Invalid input: ${problems.join('; ')}` }
		: { status: 202, message: 'Accepted' };
}

function textsOf(headers: FastifyRequest['headers']): Record<string, string> {
	return Object.fromEntries(
		Object.entries(headers).map(([name, value]) => [name, [value ?? ''].flat().join(', ')]),
	);
}
