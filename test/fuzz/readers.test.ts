/**
 * Whatever a vendor answers and whatever an item holds: what reads it reads it tolerantly or says in an
 * error for people which field cannot be used. Nobody ever sees a TypeError. A new reader is found by itself.
 */
import fc from 'fast-check';

import { hostile } from './support/hostileValues';
import { readersIn, type Reader } from './support/readers';
import { fuzzSeed } from './support/runs';

const RUNS = Number(process.env.FC_RUNS) || 150;
const HOSTILE = /JsonObject|unknown|XmlElement/;
const TYPED: ReadonlySet<string> = new Set(['ParameterError', 'VendorError']);

const FOLDERS = [
	'nodes/shared/items',
	'nodes/Zoom/mapping',
	'nodes/HubSpot/mapping',
	'nodes/Marketo/mapping',
	'nodes/AdobeConnect/mapping',
];

const readers = FOLDERS.flatMap(readersIn).filter(
	({ types, words }) =>
		types.some((type) => HOSTILE.test(type)) &&
		types.every((type) => hostile(type, words) !== undefined),
);

test('the readers are found', () => {
	console.log(`fuzz: ${readers.length} readers, ${RUNS} times each`);
	expect(readers.length).toBeGreaterThan(60);
});

test.each(readers.map((reader): [string, Reader] => [reader.name, reader]))(
	'%s',
	async (_name, { file, exported, types, words }) => {
		const read = ((await import(file)) as Record<string, (...given: unknown[]) => unknown>)[
			exported
		]!;
		const parameters = types.map((type) => hostile(type, words)!);
		fc.assert(
			fc.property(fc.tuple(...parameters), (given) => {
				try {
					read(...given);
				} catch (error) {
					const { name, message } = error as Error;
					if (!TYPED.has(name)) throw error;
					expect(message).not.toMatch(/undefined|\[object|NaN/);
				}
			}),
			{ seed: fuzzSeed(), numRuns: RUNS },
		);
	},
);
