import type { BenchRow } from './contract';
import { atMostRow } from './rows';
import { medianOf } from './support/median';

const PEOPLE = 5_000;
/** Times JSON.parse and JSON.stringify of what comes out. */
const JSON_LIMIT = 8;
const KEYS = ['oursMs', 'jsonMs', 'editFieldsMs'] as const;

/** What *Get attendees* computes per person, n8n's requests included and waits left out. */
export async function benchComputing(): Promise<BenchRow[]> {
	const { oursMs, jsonMs, editFieldsMs } = await medianOf(PEOPLE, 'support/computing.ts', KEYS);
	const each = (ms: number): number => (ms * 1000) / PEOPLE;
	const what = `Get attendees, ${PEOPLE.toLocaleString('en')} registrants: computing per person beside`;
	const [ours, json, editFields] = [each(oursMs), each(jsonMs), each(editFieldsMs)];
	return [
		atMostRow(`${what} JSON.parse and JSON.stringify`, 'µs', ours, json, json * JSON_LIMIT),
		atMostRow(`${what} n8n's Edit Fields`, 'µs', ours, editFields, editFields),
	];
}
