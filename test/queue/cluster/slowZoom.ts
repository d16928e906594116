import { setTimeout as sleep } from 'node:timers/promises';
import { figures } from '../report';
import type { Scene } from './scene';

const ANSWER_MS = 5_000;
const ASKED_MS = 1_500;

/**
 * Zoom takes its time with the next registration: whoever is killed meanwhile never hears that it was made.
 * @returns `asked` resolves while n8n waits, `answered` when Zoom is through with it
 */
export function slowRegistration({ sandbox }: Scene) {
	sandbox.addFault({
		vendor: 'zoom',
		match: /^POST .*registrants/,
		fault: { kind: 'slow', ms: ANSWER_MS },
	});
	figures.faults += 1;
	return {
		asked: async () => await sleep(ASKED_MS),
		answered: async () => await sleep(ANSWER_MS),
	};
}
