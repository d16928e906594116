import type { FastifyInstance } from 'fastify';
import type { Books, ZoomSide } from '../contract';
import type { Clock } from './clock';
import type { Kernel } from './kernel';

export interface ControlOptions {
	kernel: Kernel;
	clock: Clock;
	books: Books;
	zoom: ZoomSide;
}

const webinarEndedSchema = {
	type: 'object',
	required: ['to'],
	properties: {
		to: { type: 'string' },
		webinarId: { type: 'integer' },
		sessionUuid: { type: 'string' },
	},
} as const;

const clockSchema = {
	type: 'object',
	required: ['advanceSeconds'],
	properties: { advanceSeconds: { type: 'number', minimum: 0 } },
} as const;

/** Routes below /control for people (curl) and other processes; they are not in the books. */
export function registerControl(app: FastifyInstance, options: ControlOptions): void {
	app.post<{ Body: { to: string; webinarId?: number; sessionUuid?: string } }>(
		'/control/webinar-ended',
		{ schema: { body: webinarEndedSchema } },
		async (request, reply) => {
			const { to, webinarId, sessionUuid } = request.body;
			const session = latestSession(options, webinarId, sessionUuid);
			if (!session) return reply.code(404).send({ message: 'No ended session matches' });
			return options.zoom.webinarEnded(session.webinarId, session.uuid, to);
		},
	);
	app.post<{ Body: { advanceSeconds: number } }>(
		'/control/clock',
		{ schema: { body: clockSchema } },
		async (request) => {
			options.clock.advance(request.body.advanceSeconds * 1000);
			return { now: new Date(options.kernel.now()).toISOString() };
		},
	);
	app.get('/control/books', async () => ({
		calls: {
			zoom: options.books.calls('zoom').length,
			hubspot: options.books.calls('hubspot').length,
			marketo: options.books.calls('marketo').length,
			adobeConnect: options.books.calls('adobeConnect').length,
		},
		writes: {
			zoom: options.books.writes('zoom').length,
			hubspot: options.books.writes('hubspot').length,
			marketo: options.books.writes('marketo').length,
			adobeConnect: options.books.writes('adobeConnect').length,
		},
		entries: options.books.entries,
	}));
}

/** The session that ended last and was no practice, among those asked for. */
function latestSession(
	options: ControlOptions,
	webinarId?: number,
	sessionUuid?: string,
): { webinarId: number; uuid: string } | undefined {
	return options.zoom.world.webinars
		.filter((webinar) => webinarId === undefined || webinar.id === webinarId)
		.flatMap((webinar) =>
			webinar.sessions
				.filter((session) => !session.practiceSession)
				.filter((session) => sessionUuid === undefined || session.uuid === sessionUuid)
				.filter((session) => Date.parse(session.endTime) <= options.kernel.now())
				.map(({ uuid, endTime }) => ({ webinarId: webinar.id, uuid, endTime })),
		)
		.sort((a, b) => Date.parse(b.endTime) - Date.parse(a.endTime))[0];
}
