/** `npm run sandbox -- --port N`: the vendors alone, on a story of 200 registrants, until Ctrl+C. */
import { parseArgs } from 'node:util';
import { makeStory } from '../story';
import { startSandbox } from './index';
import { helpText } from './help';

const REGISTRANTS = 200;
const SEED = 1;

function portOf(text: string | undefined): number | undefined {
	if (text === undefined) return undefined;
	const port = Number(text);
	if (!Number.isInteger(port) || port < 1 || port > 65_535) {
		throw new Error(`--port takes a number from 1 to 65535, not "${text}"`);
	}
	return port;
}

async function main(): Promise<void> {
	const { values } = parseArgs({ options: { port: { type: 'string' } } });
	const story = makeStory({
		seed: SEED,
		registrants: REGISTRANTS,
		// The session has just ended for a real n8n too, which looks at its own clock.
		now: new Date().toISOString(),
	});
	const sandbox = await startSandbox({ world: story.world, port: portOf(values.port) });
	process.stdout.write(helpText(sandbox, story));
	process.once('SIGINT', () => {
		process.stdout.write('\nThe sandbox is closing.\n');
		void sandbox.close();
	});
}

main().catch((error: unknown) => {
	process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
	process.exitCode = 1;
});
