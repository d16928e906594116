/** One *Get attendees* through n8n's engine, alone in its process. */
import 'reflect-metadata';
import '../../setup';
import { childInput, say } from './child';
import { watchPauses } from './pauses';
import { measured } from './peak';
import type { SandboxSaid } from './sandboxProcess';

export interface GetAttendeesSaid {
	ms: number;
	/** Of `ms`: pauses for Zoom's limits per second. */
	pausedMs: number;
	cpuMs: number;
	inUseMb: number;
	people: number;
	error: string | null;
}

async function main(): Promise<void> {
	const { zoom, webinarId } = childInput<SandboxSaid>();
	// After the home of n8n-core is set.
	const { packageTypes } = await import('../../engine/support/runNode');
	const { attendeesOf, getWebinar, zoomNode } = await import('../../engine/zoom/support/zoom');
	await packageTypes();
	// Everything is loaded and the token is there before the clock starts.
	await zoomNode({ zoom }, getWebinar(webinarId));
	const paused = await watchPauses();
	const run = await measured(async () => await zoomNode({ zoom }, attendeesOf(webinarId)));
	const { result, ms, cpuMs, inUseMb } = run;
	const said: GetAttendeesSaid = {
		ms,
		pausedMs: paused(),
		cpuMs,
		inUseMb,
		people: result.outputs[0]?.length ?? 0,
		error: result.error?.message ?? null,
	};
	say(said);
	process.stdin.resume();
}

void main();
