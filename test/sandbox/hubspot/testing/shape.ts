/** Compares the shapes of two JSON values: the same keys, the same types; values may differ. */
import { isRecord } from '../http/input';

export interface ShapeOptions {
	/** Keys of maps: each of the recorded ones must be there, more of them may be. */
	maps: readonly string[];
}

/** Where the two differ, as `path: what`; empty when the shapes are the same. */
export function shapeDifferences(
	recorded: unknown,
	answered: unknown,
	options: ShapeOptions,
	path = '$',
): string[] {
	const [wanted, got] = [typeName(recorded), typeName(answered)];
	if (wanted !== got) return [`${path}: recorded ${wanted}, answered ${got}`];
	if (Array.isArray(recorded) && Array.isArray(answered)) {
		if (recorded.length > 0 && answered.length === 0)
			return [`${path}: recorded rows, answered none`];
		return answered.flatMap((row: unknown, index) =>
			recorded.length === 0
				? []
				: shapeDifferences(closest(recorded, row), row, options, `${path}[${index}]`),
		);
	}
	if (!isRecord(recorded) || !isRecord(answered)) return [];
	const isMap = options.maps.some((name) => path.endsWith(`.${name}`));
	const extra = isMap ? [] : Object.keys(answered).filter((key) => !(key in recorded));
	return [
		...extra.map((key) => `${path}.${key}: answered, not recorded`),
		...Object.entries(recorded).flatMap(([key, value]) =>
			key in answered
				? shapeDifferences(value, answered[key], options, `${path}.${key}`)
				: [`${path}.${key}: recorded, not answered`],
		),
	];
}

/** Rows come in any order: the recorded row with the most keys in common is the one to be like. */
function closest(recorded: unknown[], row: unknown): unknown {
	const keys = isRecord(row) ? Object.keys(row) : [];
	const shared = (other: unknown) =>
		isRecord(other) ? keys.filter((key) => key in other).length : 0;
	return recorded.reduce((best, one) => (shared(one) > shared(best) ? one : best));
}

function typeName(value: unknown): string {
	if (value === null) return 'null';
	return Array.isArray(value) ? 'list' : typeof value;
}
