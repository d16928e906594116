/** The sandbox in a process of its own, its limits on, with one webinar of many registrants. */
import { expectedAttendees } from '../../truth';
import { stage, type Stage } from '../../engine/support/world';
import { childInput, say } from './child';

export interface SandboxSaid {
	zoom: Stage['zoom'];
	adobeConnect: Stage['adobeConnect'];
	/** The same number in Zoom and, of an event, in Adobe Connect. */
	webinarId: number;
	/** How many people must come out. */
	people: number;
}

async function main(): Promise<void> {
	const here = await stage({ registrants: childInput<{ registrants: number }>().registrants });
	const { main: session } = here.story;
	const said: SandboxSaid = {
		zoom: here.zoom,
		adobeConnect: here.adobeConnect,
		webinarId: session.webinarId,
		people: expectedAttendees(session).length,
	};
	say(said);
	process.stdin.resume().once('end', () => void here.close());
}

void main();
