/** A sandbox whose webinars may be changed, with everything that the tests of writing have in common. */
import type { Sandbox, SandboxOptions } from '../../contract';
import { startSandbox } from '../../index';
import { createSpecCheck } from '../../specs';
import type { ZoomOccurrence, ZoomWebinarState } from '../../world';
import { accessToken, get, send, type Answer } from './call';
import { rivetClient } from './rivet';
import { registrant, webinar, world, zoomWorld } from './world';

const WRITE_SCOPES = [
	'meeting:read:meeting:admin',
	'report:read:upcoming_meetings_webinars:admin',
	'webinar:delete:panelist:admin',
	'webinar:delete:registrant:admin',
	'webinar:delete:webinar:admin',
	'webinar:read:list_registration_questions:admin',
	'webinar:read:registrant:admin',
	'webinar:update:registrant_status:admin',
	'webinar:update:registration_question:admin',
	'webinar:update:webinar:admin',
	'webinar:write:batch_registrants:admin',
	'webinar:write:panelist:admin',
	'webinar:write:registrant:admin',
	'webinar:write:webinar:admin',
];

/** Five days after the world's moment. */
export const START = '2026-11-25T16:00:00Z';
export const DAY_MS = 86_400_000;

export interface Desk {
	sandbox: Sandbox;
	client: Awaited<ReturnType<typeof rivetClient>>['endpoints'];
	read(path: string): Promise<Answer>;
	/** `POST /webinars/1/registrants` */
	write(call: string, body?: unknown): Promise<Answer>;
	/** Puts a webinar of the host into the world: in five days, with automatic approval. */
	open(over?: Partial<ZoomWebinarState>): ZoomWebinarState;
	/** Ends the sandbox; what was asked with success and answered must fit the specs. */
	close(): Promise<void>;
}

export async function startDesk(options: Omit<SandboxOptions, 'world'> = {}): Promise<Desk> {
	const zoom = zoomWorld();
	zoom.scopes.push(...WRITE_SCOPES);
	const sandbox = await startSandbox({
		world: world(zoom),
		tokenLifeSeconds: 31_536_000,
		...options,
	});
	const token = await accessToken(sandbox);
	const { endpoints } = await rivetClient(sandbox);
	let opened = 0;
	return {
		sandbox,
		client: endpoints,
		read: (path) => get(sandbox, token, path),
		write(call, body) {
			const [method = '', path = ''] = call.split(' ');
			return send(sandbox, token, method as Parameters<typeof send>[2], path, body);
		},
		open(over = {}) {
			opened += 1;
			const made = webinar(95_204_920_000 + opened, { startTime: START, ...over });
			sandbox.zoom.world.webinars.push(made);
			return made;
		},
		async close() {
			const specs = createSpecCheck();
			specs.add(sandbox.books.calls('zoom').filter((entry) => entry.status < 400));
			await sandbox.close();
			expect(specs.report().problems).toEqual([]);
		},
	};
}

/** A series on these days at 16:00 UTC, an hour each. */
export function series(
	days: string[],
	registrationType: 1 | 2 | 3 = 1,
): Pick<ZoomWebinarState, 'type' | 'startTime' | 'occurrences' | 'recurrence' | 'settings'> & {
	occurrences: ZoomOccurrence[];
} {
	const occurrences = days.map((day): ZoomOccurrence => {
		const start_time = `${day}T16:00:00Z`;
		const occurrence_id = String(Date.parse(start_time));
		return { occurrence_id, start_time, duration: 60, status: 'available' };
	});
	return {
		type: 9,
		startTime: `${days[0]}T16:00:00Z`,
		occurrences,
		recurrence: { type: 1, repeat_interval: 1, end_times: days.length },
		settings: { registration_type: registrationType },
	};
}

/** A registrant of the world who has asked and waits. */
export const waiting = (number: number) => ({ ...registrant(number), status: 'pending' as const });

/** An error of Zoom's. */
export function refusal(code: number, message: string, status = 400): Partial<Answer> {
	return { status, body: { code, message } };
}

/** What Zoom answers to a value that it does not take. */
export function invalid(field: string): Partial<Answer> {
	const errors = [{ field, message: 'Invalid field.' }];
	return { status: 400, body: { code: 300, message: 'Validation Failed.', errors } };
}
