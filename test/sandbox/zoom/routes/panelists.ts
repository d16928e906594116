import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { readRoute, writeRoute } from '../access';
import type { ZoomContext } from '../context';
import { validationFailed } from '../errors';
import { refusal } from '../registration/door';
import { keyOf } from '../registration/roll';

const MOST_AT_ONCE = 30;
const MOST_PANELISTS = 100;
const EMAIL = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/;

/** https://developers.zoom.us/docs/api/meetings/#tag/webinars/get/webinars/{webinarId}/panelists */
export function registerPanelists(app: FastifyInstance, { lookup, now }: ZoomContext): void {
	app.get(
		'/webinars/:webinarId/panelists',
		readRoute('Medium', 'webinar:read:list_panelists', 'webinar:read:list_panelists:admin'),
		async (request) => {
			const webinar = lookup.webinar(request);
			return {
				total_records: webinar.panelists.length,
				panelists: webinar.panelists.map((panelist) => ({
					...panelist,
					join_url: `${webinar.joinUrl}?tk=${panelist.id}`,
				})),
			};
		},
	);

	app.post<{ Body: { panelists?: unknown } | null }>(
		'/webinars/:webinarId/panelists',
		writeRoute('Medium', 'webinar:write:panelist', 'webinar:write:panelist:admin'),
		async (request, reply) => {
			const webinar = lookup.webinar(request);
			const { panelists } = request.body ?? {};
			const isList = Array.isArray(panelists);
			if (!isList || panelists.length === 0 || panelists.length > MOST_AT_ONCE) {
				throw validationFailed('panelists');
			}
			const people = panelists.map((one: unknown) => {
				const { name, email } = Object(one) as Record<string, unknown>;
				if (typeof email !== 'string' || !EMAIL.test(email)) throw validationFailed('email');
				if (typeof name !== 'string' || name === '') throw validationFailed('name');
				return { name, email };
			});
			// One record for an address, with the name that came last: an assumption, Zoom's page is silent.
			const all = new Map(webinar.panelists.map((one) => [keyOf(one.email), one]));
			for (const { name, email } of people) {
				const id = all.get(keyOf(email))?.id ?? randomBytes(16).toString('base64url');
				all.set(keyOf(email), { id, email, ...all.get(keyOf(email)), name });
			}
			if (all.size > MOST_PANELISTS) {
				throw refusal(
					3000,
					'You have reached the limit for the number of panelists you can add. Contact Zoom Support for more information.',
				);
			}
			for (const panelist of all.values()) {
				const known = webinar.panelists.find((one) => one.id === panelist.id);
				if (known) known.name = panelist.name;
				else webinar.panelists.push(panelist);
			}
			return reply
				.code(201)
				.send({ id: String(webinar.id), updated_at: new Date(now()).toISOString() });
		},
	);

	app.delete(
		'/webinars/:webinarId/panelists',
		writeRoute('Light', 'webinar:delete:panelist', 'webinar:delete:panelist:admin'),
		async (request, reply) => {
			lookup.webinar(request).panelists.splice(0);
			return reply.code(204).send();
		},
	);

	app.delete<{ Params: { panelistId: string } }>(
		'/webinars/:webinarId/panelists/:panelistId',
		writeRoute('Light', 'webinar:delete:panelist', 'webinar:delete:panelist:admin'),
		async (request, reply) => {
			const { panelists } = lookup.webinar(request);
			const { panelistId } = request.params;
			const at = panelists.findIndex(
				(one) => one.id === panelistId || keyOf(one.email) === keyOf(panelistId),
			);
			if (at < 0) throw refusal(300, 'Invalid panelist ID.');
			panelists.splice(at, 1);
			return reply.code(204).send();
		},
	);
}
