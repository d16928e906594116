/** One *Get attendees* of an event of Adobe Connect through n8n's engine, alone in its process. */
import 'reflect-metadata';
import '../../setup';
import { childInput, say } from './child';
import { measured } from './peak';
import type { SandboxSaid } from './sandboxProcess';

export interface AdobeAttendeesSaid {
	cpuMs: number;
	inUseMb: number;
	people: number;
	error: string | null;
}

async function main(): Promise<void> {
	const { adobeConnect, webinarId } = childInput<SandboxSaid>();
	// After the home of n8n-core is set.
	const { packageTypes, runNode } = await import('../../engine/support/runNode');
	const { getAttendees } = await import('../../engine/adobeConnect/attendee/support');
	await packageTypes();
	const id = String(webinarId);
	// Everything is loaded and the session is there before the clock starts.
	await runNode({
		type: 'adobeConnect',
		credentials: adobeConnect,
		parameters: {
			resource: 'webinar',
			operation: 'get',
			webinar: { __rl: true, mode: 'id', value: id },
		},
	});
	const run = await measured(async () => await getAttendees({ adobeConnect }, id));
	const { result, cpuMs, inUseMb } = run;
	const said: AdobeAttendeesSaid = {
		cpuMs,
		inUseMb,
		people: result.outputs[0]?.length ?? 0,
		error: result.error?.message ?? null,
	};
	say(said);
	process.stdin.resume();
}

void main();
