/** The sandbox in a process of its own, its limits on, with one webinar of many registrants. */
import { expectedAttendees } from '../../truth';
import { stage } from '../../engine/support/world';
import { childInput, say } from './child';

export interface SandboxSaid {
	zoom: Awaited<ReturnType<typeof stage>>['zoom'];
	webinarId: number;
	/** How many people must come out. */
	people: number;
}

async function main(): Promise<void> {
	const here = await stage({ registrants: childInput<{ registrants: number }>().registrants });
	const { main: session } = here.story;
	const said: SandboxSaid = {
		zoom: here.zoom,
		webinarId: session.webinarId,
		people: expectedAttendees(session).length,
	};
	say(said);
	process.stdin.resume().once('end', () => void here.close());
}

void main();
