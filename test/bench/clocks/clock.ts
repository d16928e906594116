import { packageTypes, type NodeRunResult } from '../../engine/support/runNode';
import type { BenchRow } from '../contract';
import { atMostRow } from '../rows';
import { startChild } from '../support/child';
import { expectEverybody } from '../support/everybody';
import type { VendorsAsked, VendorsCounted, VendorsSaid } from '../support/vendorsProcess';
import { leastMs, type Limit, type Limited } from './limits';

/** Work for which one vendor's quota decides how long it takes. */
export interface Clock {
	/** What is done, for people; the row says whose quota and whether somebody else takes half of it. */
	what: string;
	vendor: Limited;
	registrants: number;
	/** Whether another client takes half. */
	beside: boolean;
	/** The quota in people's words, e.g. "HubSpot's quota". */
	quota: string;
	run(said: VendorsSaid): Promise<NodeRunResult>;
	/** How many come out, and how many of them the vendor must refuse. */
	expected(said: VendorsSaid): { people: number; refused: number };
	/** The fewest calls that the work needs of what is limited. */
	calls(said: VendorsSaid): number;
	/** The quota, or what is left of it. */
	limit: Limit;
}

/** Times the least. */
const LIMIT = { alone: 1.15, beside: 1.3 };
/** A client that got less than this of its half did not take half. */
const LEAST_GOT = 0.9;

/**
 * Measures the clock.
 * @throws Error when somebody was left out, or the other client did not get its half
 */
export async function clocked(clock: Clock): Promise<BenchRow[]> {
	const { vendor, registrants, beside } = clock;
	await packageTypes();
	const asked: VendorsAsked = { vendor, registrants };
	const vendors = await startChild<VendorsSaid>('support/vendorsProcess.ts', asked);
	try {
		const { said } = vendors;
		if (beside) await vendors.ask('begin');
		const start = performance.now();
		const result = await clock.run(said);
		const ms = performance.now() - start;
		const { refused, otherGot } = await vendors.ask<VendorsCounted>('end');
		const { people, refused: left } = clock.expected(said);
		expectEverybody(clock.what, result, people, left);
		if (beside && otherGot < LEAST_GOT) {
			throw new Error(`${clock.what}: the other client got ${otherGot} of its half only`);
		}
		return rowsOf(clock, said, ms, refused);
	} finally {
		await vendors.end();
	}
}

function rowsOf(clock: Clock, said: VendorsSaid, ms: number, refused: number): BenchRow[] {
	const { what, quota, beside, limit } = clock;
	const calls = clock.calls(said);
	const least = leastMs(calls, limit);
	const most = least * (beside ? LIMIT.beside : LIMIT.alone);
	const against = beside ? `the half of ${quota} that another client leaves` : quota;
	const row = atMostRow(`${what}: clock against ${against}`, 'ms', ms, least, most);
	if (beside) return [row];
	return [row, atMostRow(`${what}: calls refused for limits`, 'calls', refused, calls, 0)];
}
