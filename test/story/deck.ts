import type { Random } from './random';

/**
 * Hands out `size` values in the proportions of the weights, shuffled.
 * A deck instead of dice: the proportions hold exactly, and with `everyKind` no kind is ever missing
 * (when there are at least as many places as kinds).
 */
export function deck<T extends string>(
	random: Random,
	size: number,
	weights: Readonly<Record<T, number>>,
	everyKind: boolean,
): T[] {
	const kinds = (Object.keys(weights) as T[]).filter((kind) => weights[kind] > 0);
	const total = kinds.reduce((sum, kind) => sum + weights[kind], 0);
	const cards: T[] = [];
	for (const kind of kinds) {
		const share = Math.floor((size * weights[kind]) / total);
		const count = everyKind ? Math.max(1, share) : share;
		for (let index = 0; index < count; index++) cards.push(kind);
	}
	while (cards.length < size) cards.push(draw(random, kinds, weights, total));
	return random.shuffle(trim(cards, size));
}

function draw<T extends string>(
	random: Random,
	kinds: readonly T[],
	weights: Readonly<Record<T, number>>,
	total: number,
): T {
	let point = random.next() * total;
	for (const kind of kinds) {
		point -= weights[kind];
		if (point < 0) return kind;
	}
	return kinds[kinds.length - 1];
}

/** Too many cards (a minimum of one each in a small deck): the most frequent kinds give way. */
function trim<T extends string>(cards: T[], size: number): T[] {
	const counts = new Map<T, number>();
	for (const card of cards) counts.set(card, (counts.get(card) ?? 0) + 1);
	const result = [...cards];
	while (result.length > size) {
		const [most] = [...counts].reduce((best, next) => (next[1] > best[1] ? next : best));
		counts.set(most, (counts.get(most) ?? 0) - 1);
		result.splice(result.lastIndexOf(most), 1);
	}
	return result;
}
