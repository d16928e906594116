import path from 'node:path';

type Rate = typeof import('../../../nodes/shared/transport/rate');

/**
 * Notes when the built package pauses for a vendor's limit per second.
 * @returns how many milliseconds of the clock were such pauses, pauses at the same time counted once
 */
export async function watchPauses(): Promise<() => number> {
	const built = path.join(__dirname, '../../../dist/nodes/shared/transport/rate.js');
	const { RateWindow } = (await import(built)) as Rate;
	const pauses: Array<[from: number, to: number]> = [];
	const { prototype } = RateWindow;
	const reserve = Reflect.get(prototype, 'reserve') as (now: number) => number;
	prototype.reserve = function paced(now: number): number {
		const wait = reserve.call(this, now);
		pauses.push([now, now + wait]);
		return wait;
	};
	return () => unionOf(pauses);
}

function unionOf(spans: Array<[from: number, to: number]>): number {
	let covered = 0;
	let until = -Infinity;
	for (const [from, to] of [...spans].sort(([a], [b]) => a - b)) {
		covered += Math.max(0, to - Math.max(from, until));
		until = Math.max(until, to);
	}
	return covered;
}
