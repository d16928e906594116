import type { Random } from './random';
import { iso, SECOND } from './time';

/** How somebody was present; `rejoinN` = left and came back N times. */
export type Shape =
	| 'whole'
	| 'once'
	| 'short'
	| 'twoDevices'
	| 'failover'
	| `rejoin${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9}`;

export const SHAPES: Record<Shape, number> = {
	whole: 15,
	once: 40,
	short: 5,
	twoDevices: 8,
	failover: 5,
	rejoin1: 10,
	rejoin2: 6,
	rejoin3: 4,
	rejoin4: 2,
	rejoin5: 1,
	rejoin6: 1,
	rejoin7: 1,
	rejoin8: 1,
	rejoin9: 1,
};

/** Epoch milliseconds, whole seconds. */
export interface Interval {
	from: number;
	to: number;
}

export interface Frame {
	start: number;
	end: number;
}

export function rejoins(shape: Shape): number {
	return shape.startsWith('rejoin') ? Number(shape.slice('rejoin'.length)) : 0;
}

/** Disjoint stays in order, within the session, at least 30 seconds in all. */
export function presence(random: Random, shape: Shape, session: Frame): Interval[] {
	const length = (session.end - session.start) / SECOND;
	const at = (seconds: number) => session.start + seconds * SECOND;
	if (shape === 'whole') return [{ from: session.start, to: session.end }];
	if (shape === 'short') {
		const from = random.int(0, length - 400);
		return [{ from: at(from), to: at(from + random.int(30, 300)) }];
	}
	const stays = rejoins(shape) + 1;
	// Room enough that each stay outlives the gaps around it.
	const total = random.int(Math.min(length, Math.max(length >> 1, stays * 240)), length);
	const arrival = random.int(0, length - total);
	const step = Math.floor(total / stays);
	const result: Interval[] = [];
	for (let index = 0; index < stays; index++) {
		const from = arrival + index * step + (index === 0 ? 0 : random.int(10, 60));
		const last = index === stays - 1;
		const to = last ? arrival + total : arrival + (index + 1) * step - random.int(0, 60);
		result.push({ from: at(from), to: at(to) });
	}
	return result;
}

export function asIso(intervals: readonly Interval[]): Array<{ from: string; to: string }> {
	return intervals.map(({ from, to }) => ({ from: iso(from), to: iso(to) }));
}
