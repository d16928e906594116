/** As many digits as an ID of Adobe Connect can have, and no more than a list may hold. */
const LIST = /^\d{1,19}(?: \d{1,19})*$/;

/** IDs as text: the smallest, then each one's distance from the one before. A third of their length. */
export function encodeIds(ids: ReadonlySet<string>): string {
	const sorted = [...ids].map(BigInt).sort(ascending);
	return sorted.map((id, index) => String(id - (sorted[index - 1] ?? 0n))).join(' ');
}

/** @returns undefined for what is no such text */
export function decodeIds(text: string): Set<string> | undefined {
	if (text === '') return new Set();
	if (!LIST.test(text)) return undefined;
	const ids = new Set<string>();
	let id = 0n;
	for (const distance of text.split(' ')) {
		id += BigInt(distance);
		ids.add(String(id));
	}
	return ids;
}

function ascending(one: bigint, other: bigint): number {
	if (one === other) return 0;
	return one < other ? -1 : 1;
}
