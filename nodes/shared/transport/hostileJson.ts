import { isObject, type JsonObject } from './json';

/** The deepest payload of any vendor has seven levels; what is far deeper could not be written out again. */
const DEEPEST = 40;

/**
 * Reads a body that nobody vouches for: from the bytes, because what was signed is what is read.
 * Never throws.
 * @returns the object, or in words for a log why it is unusable; nothing of the body is in them
 */
export function readHostileJson(rawBody: Buffer): JsonObject | string {
	const body = parsed(rawBody);
	if (!isObject(body)) return 'it is not a JSON object';
	return isTooDeep(body) ? 'it is nested too deep' : body;
}

function parsed(rawBody: Buffer): unknown {
	try {
		return JSON.parse(rawBody.toString('utf8')) as unknown;
	} catch {
		return undefined;
	}
}

/** Level by level, because a recursion would itself break on such a body. */
function isTooDeep(body: JsonObject): boolean {
	let level: unknown[] = [body];
	for (let depth = 0; level.length > 0; depth += 1) {
		if (depth > DEEPEST) return true;
		level = level.flatMap((value) =>
			typeof value === 'object' && value !== null ? Object.values(value) : [],
		);
	}
	return false;
}
