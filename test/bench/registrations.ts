import 'reflect-metadata';

import { stage } from '../engine/support/world';
import type { BenchRow } from './contract';
import { atMostRow } from './rows';
import { expectEverybody } from './support/everybody';
import { openWebinar } from './support/openWebinar';
import { isRefusedForLimits } from './support/refusedForLimits';
import { register, strangers } from './support/registering';

interface Way {
	name: string;
	perCall: number;
	/** Zoom registers by batch for webinars that approve by themselves (0) only. */
	approvalType: 0 | 1;
}

const PEOPLE = 1_000;
/** Zoom's maximum per call. https://developers.zoom.us/docs/api/meetings/#tag/webinars (batch registrants) */
const PER_CALL = 30;
const WAYS: readonly Way[] = [
	{ name: 'by batch', perCall: PER_CALL, approvalType: 0 },
	{ name: 'one by one', perCall: 1, approvalType: 1 },
];
/**
 * The webinar, whose way of approving decides about batches; what it asks people, because a batch
 * takes names only; and whom it has already, because an answer does not tell: approved, pending and denied
 * people are three lists. The token is there from the start, or counts for everything.
 */
const READS = 5;

/**
 * Registering needs no more calls than Zoom's maximum per call makes necessary, the reads
 * beforehand included, and none of them is refused for its limits.
 */
export async function benchRegistrations(people = PEOPLE): Promise<BenchRow[]> {
	const rows: BenchRow[] = [];
	for (const way of WAYS) rows.push(...(await registered(people, way)));
	return rows;
}

async function registered(
	people: number,
	{ name, perCall, approvalType }: Way,
): Promise<BenchRow[]> {
	const here = await stage({ registrants: 20 });
	try {
		openWebinar(here, approvalType);
		expectEverybody(`Register ${name}`, await register(here, strangers(people)), people, 0);
		const calls = here.sandbox.books.calls('zoom').filter(({ path }) => path !== '/oauth/token');
		const refused = calls.filter(isRefusedForLimits).length;
		const fewest = READS + Math.ceil(people / perCall);
		const what = `Register ${people.toLocaleString('en')} people ${name}`;
		return [
			atMostRow(`${what}: calls`, 'calls', calls.length, fewest, fewest * 1.05 + 5),
			atMostRow(`${what}: calls refused for limits`, 'calls', refused, calls.length, 0),
		];
	} finally {
		await here.close();
	}
}
