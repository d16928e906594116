import path from 'node:path';

import { unionOf, type Span } from './spans';

type Rate = typeof import('../../../nodes/shared/transport/rate');

/**
 * Notes when the built package pauses for a vendor's limit per second.
 * @returns how many milliseconds of the clock were such pauses, pauses at the same time counted once
 */
export async function watchPauses(): Promise<() => number> {
	const built = path.join(__dirname, '../../../dist/nodes/shared/transport/rate.js');
	const { RateWindow } = (await import(built)) as Rate;
	const pauses: Span[] = [];
	const { prototype } = RateWindow;
	const wait = Reflect.get(prototype, 'wait') as (now: number) => number;
	prototype.wait = function paced(now: number): number {
		const ms = wait.call(this, now);
		pauses.push([now, now + ms]);
		return ms;
	};
	return () => unionOf(pauses);
}
