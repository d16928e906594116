import type { FastifyInstance } from 'fastify';

/** An answer of Zoom's that is not a success: `{ code, message }` with an HTTP status. */
export class ZoomError extends Error {
	constructor(
		readonly status: number,
		readonly code: number,
		message: string,
		readonly headers: Record<string, string> = {},
		/** Further members of the body, e.g. `errors` of a failed validation. */
		readonly details: Record<string, unknown> = {},
	) {
		super(message);
	}
}

/** https://developers.zoom.us/docs/api/errors/ */
export function validationFailed(field: string): ZoomError {
	const errors = [{ field, message: 'Invalid field.' }];
	return new ZoomError(400, 300, 'Validation Failed.', {}, { errors });
}

/** https://developers.zoom.us/docs/api/meetings/ : webinar calls of a host without the add-on plan. */
export function webinarPlanMissing(): ZoomError {
	return new ZoomError(
		400,
		200,
		'Webinar plan is missing. You must subscribe to the webinar plan and enable webinars for this user in order to perform this action.',
	);
}

/** Paths whose id is a UUID: a UUID with slashes that is not doubly encoded falls out of the route. */
const UUID_PATH = /^\/zoom\/v2\/(report\/webinars|past_webinars|meetings)\//;

export function installErrorHandlers(app: FastifyInstance): void {
	app.setErrorHandler(async (error, _request, reply) => {
		if (error instanceof ZoomError) {
			return reply
				.code(error.status)
				.headers(error.headers)
				.send({ code: error.code, message: error.message, ...error.details });
		}
		const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
		const message = error instanceof Error ? error.message : String(error);
		return reply.code(status).send({ code: status === 400 ? 300 : status, message });
	});
	app.setNotFoundHandler(async (request, reply) => {
		const body = UUID_PATH.test(request.raw.url ?? '')
			? { code: 3001, message: 'Webinar not found or has expired.' }
			: { code: 2300, message: 'This API endpoint is not recognized.' };
		return reply.code(404).send(body);
	});
}
