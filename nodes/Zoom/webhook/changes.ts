import { asObject, isObject, type JsonObject } from '../../shared/transport/json';
import type { ZoomEvent } from './parse';

/** One field of a webinar that was changed. */
export type Change = {
	/** Zoom's own name; a setting is `settings.practice_session`. */
	field: string;
	/** As Zoom sends them; null when Zoom does not say. */
	from: JsonValue;
	to: JsonValue;
};

export type JsonValue =
	string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };

/** They tell which webinar it is, and come with every update. */
const IDENTITY = ['id', 'uuid', 'host_id'];
/** Whoever may see an item may not always enter the webinar: that they changed is told, not how. */
const SECRET = /password|passcode|start_url/i;
/** `settings.question_and_answer.enable` is the deepest field there is. */
const DEEPEST = 3;

/**
 * What an update changed. Zoom puts the previous values in `old_object`, by its schema beside the
 * object and by its example inside; a field with a previous value is one that was changed. Without
 * previous values the fields of the object are all that is known.
 * https://developers.zoom.us/docs/api/meetings/events/#tag/webinar/POSTwebinar.updated
 */
export function changesOf({ object, payload }: ZoomEvent): Change[] {
	const { old_object: inside, ...now } = object;
	const before = isObject(payload.old_object) ? payload.old_object : asObject(inside);
	const to = fieldsOf(now);
	const from = fieldsOf(before);
	return [...(from.size > 0 ? from : to).keys()].flatMap((field) => {
		if (IDENTITY.includes(field) || same(from.get(field), to.get(field))) return [];
		const secret = SECRET.test(field);
		return [
			{
				field,
				from: secret ? null : (from.get(field) ?? null),
				to: secret ? null : (to.get(field) ?? null),
			},
		];
	});
}

/** Every field with its path; lists are one value. */
function fieldsOf(object: JsonObject, path: string[] = []): Map<string, JsonValue> {
	const fields = new Map<string, JsonValue>();
	for (const [key, value] of Object.entries(object)) {
		const here = [...path, key];
		if (isObject(value) && here.length < DEEPEST) {
			for (const [field, inner] of fieldsOf(value, here)) fields.set(field, inner);
		} else {
			fields.set(here.join('.'), value as JsonValue);
		}
	}
	return fields;
}

function same(one: JsonValue | undefined, other: JsonValue | undefined): boolean {
	return JSON.stringify(one) === JSON.stringify(other);
}
