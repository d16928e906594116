import { figures } from '../report';
import type { Scene } from './scene';
import { until } from '../../sandbox/testing/until';

/** Long enough for a kill on a slow machine. */
const ANSWER_MS = 8_000;

/**
 * Zoom takes its time with the next registration: whoever is killed meanwhile never hears that it was made.
 * @returns `asked` resolves while n8n waits, `answered` when Zoom is through with it
 */
export function slowRegistration({ sandbox }: Scene) {
	let isAsked = false;
	const fault = {
		kind: 'slow' as const,
		// Read when a request meets it: before its answer the books know nothing of it.
		get ms() {
			isAsked = true;
			return ANSWER_MS;
		},
	};
	sandbox.addFault({ vendor: 'zoom', match: /^POST .*registrants/, fault });
	figures.faults += 1;
	const wasSlow = () => sandbox.books.entries.some((entry) => entry.fault === 'slow');
	return {
		asked: async () => await until(() => isAsked, 'Zoom is asked to register'),
		answered: async () => await until(wasSlow, 'Zoom has registered'),
	};
}
