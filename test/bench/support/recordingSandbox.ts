/** The sandbox in a process of its own, with one recording as large as it is asked for. */
import { record, video } from '../../engine/zoom/recording/files';
import { stage } from '../../engine/support/world';
import { childInput, say } from './child';

export interface RecordingSandboxSaid {
	zoom: Awaited<ReturnType<typeof stage>>['zoom'];
	webinarId: number;
}

async function main(): Promise<void> {
	const here = await stage();
	const { main: session } = here.story;
	record(here, session, [video('large', childInput<{ bytes: number }>().bytes)]);
	const said: RecordingSandboxSaid = { zoom: here.zoom, webinarId: session.webinarId };
	say(said);
	process.stdin.resume().once('end', () => void here.close());
}

void main();
