/**
 * 100,000 webhooks, good ones as odd as they may be and bad ones that differ from them in one thing.
 * Who makes a request knows whether it must be let in; the product is only asked.
 */
import { Random } from '../story/random';
import { fuzzRuns, fuzzSeed } from './support/runs';
import { joinLinkCall, joinLinkHolder } from './webhooks/joinLinkDoor';
import { DOORS, sample } from './webhooks/sample';

const SEED = fuzzSeed();
const RUNS = fuzzRuns(100_000);
/** Personal join links are smaller, so every twentieth call is one. */
const JOIN_LINKS = Math.ceil(RUNS / 20);

const counts = { bad: 0, badAccepted: 0, good: 0, goodRefused: 0 };
const wrong: string[] = [];

function count(means: unknown, received: () => unknown, words: string): void {
	const isGood = means !== undefined;
	let got: unknown;
	try {
		got = received();
	} catch (error) {
		got = `threw ${String(error)}`;
	}
	const asMeant = JSON.stringify(got) === JSON.stringify(means);
	counts[isGood ? 'good' : 'bad'] += 1;
	if (asMeant) return;
	counts[isGood ? 'goodRefused' : 'badAccepted'] += 1;
	if (wrong.length < 10) {
		wrong.push(`${words}: ${JSON.stringify(got)} instead of ${JSON.stringify(means)}`);
	}
}

test(`${RUNS} webhooks: nothing bad is let in, nothing good is kept out`, () => {
	const doors = new Set<string>();
	const natures = Object.getOwnPropertyNames(Object.prototype);
	for (let number = 0; number < RUNS - JOIN_LINKS; number += 1) {
		const { door, request, means, why } = sample(SEED, number);
		doors.add(door.name);
		count(
			means,
			() => door.received(request),
			`seed ${SEED}, number ${number}, ${door.name}, ${why}`,
		);
	}
	for (let number = 0; number < JOIN_LINKS; number += 1) {
		const { query, means, why } = joinLinkCall(new Random(SEED, `join link ${number}`));
		count(means, () => joinLinkHolder(query), `seed ${SEED}, number ${number}, join link, ${why}`);
	}
	console.log(
		`fuzz: ${counts.bad + counts.good} webhooks: ${counts.badAccepted} of ${counts.bad} bad accepted, ` +
			`${counts.goodRefused} of ${counts.good} good refused`,
	);
	expect(wrong).toEqual([]);
	expect(counts).toMatchObject({ badAccepted: 0, goodRefused: 0 });
	expect(counts.bad).toBeGreaterThan(RUNS / 2);
	expect(counts.good).toBeGreaterThan(RUNS / 4);
	expect(doors.size).toBe(new Set(DOORS).size);
	expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(natures);
});
