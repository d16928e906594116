import type { FastifyInstance } from 'fastify';
import type { AdobeConnectSide, AdobeEntry, AdobeLandingForm } from './contract';
import type { AdobeRecording } from './world';

const ROOT = '/control/adobe-connect';
const text = { type: 'string', minLength: 1 } as const;

function body(required: string[], properties: Record<string, unknown>) {
	return { schema: { body: { type: 'object', required, properties } } };
}

/**
 * What people do in Adobe Connect, below /control/adobe-connect, for people (curl) and other processes. What Adobe
 * Connect would refuse comes back as 422 with its reason.
 */
export function registerAdobeConnectControl(app: FastifyInstance, side: AdobeConnectSide): void {
	app.register(async (scope) => {
		scope.setErrorHandler((error: { statusCode?: number; message: string }, _request, reply) =>
			reply.code(error.statusCode ?? 422).send({ message: error.message }),
		);
		registerRoom(scope, side);
		registerAccount(scope, side);
	});
}

/** Coming, going, ending, recording. */
function registerRoom(app: FastifyInstance, side: AdobeConnectSide): void {
	app.post<{ Body: AdobeEntry & { roomId: string } }>(
		`${ROOT}/join`,
		body(['roomId'], {
			roomId: text,
			principalId: text,
			name: text,
			role: { enum: ['host', 'mini-host'] },
		}),
		async ({ body: { roomId, ...entry } }) => side.join(roomId, entry),
	);
	app.post<{ Body: { roomId: string; transcriptId: string } }>(
		`${ROOT}/leave`,
		body(['roomId', 'transcriptId'], { roomId: text, transcriptId: text }),
		async ({ body: { roomId, transcriptId } }) => {
			side.leave(roomId, transcriptId);
			return { transcriptId };
		},
	);
	app.post<{ Body: { roomId: string } }>(
		`${ROOT}/end`,
		body(['roomId'], { roomId: text }),
		async ({ body: { roomId } }) => side.endSession(roomId),
	);
	app.post<{ Body: Partial<AdobeRecording> & { roomId: string } }>(
		`${ROOT}/recordings`,
		body(['roomId'], { roomId: text }),
		async ({ body: { roomId, ...recording } }) => side.addRecording(roomId, recording),
	);
}

/** Registrations, decisions, sessions. */
function registerAccount(app: FastifyInstance, side: AdobeConnectSide): void {
	app.post<{ Body: AdobeLandingForm & { eventId: string } }>(
		`${ROOT}/register`,
		body(['eventId', 'email', 'firstName', 'lastName'], {
			eventId: text,
			email: text,
			firstName: text,
			lastName: text,
			answers: { type: 'object', additionalProperties: { type: 'string' } },
		}),
		async ({ body: { eventId, ...form } }) => side.register(eventId, form),
	);
	app.post<{
		Body: { eventId: string; principalId: string; permission: 'view' | 'pending' | 'denied' };
	}>(
		`${ROOT}/decide`,
		body(['eventId', 'principalId', 'permission'], {
			eventId: text,
			principalId: text,
			permission: { enum: ['view', 'pending', 'denied'] },
		}),
		async ({ body: { eventId, principalId, permission } }) => {
			side.decide(eventId, principalId, permission);
			return { principalId, permission };
		},
	);
	app.post(`${ROOT}/expire-sessions`, async () => {
		side.expireSessions();
		return {};
	});
	app.get(ROOT, async () => ({ calls: side.calls, mails: side.mails }));
}
