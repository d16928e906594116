import { candidateOf, inOrder } from '../../../../shared/items/webinarChoices';
import { asObject, asText, type JsonObject } from '../../../../shared/transport/json';
import { joinedWebinarId } from '../../../mapping/connection';
import { MOST_BYTES, cutBytes } from '../../../flowStep/bytes';
import {
	choiceOf,
	FROM_PROGRAM_CHOICE,
	MOST_CHOICES,
	type PicklistChoice,
} from '../../../webhook/picklist';

/** A choice, and the item that it comes from. */
export interface Offered {
	choice: PicklistChoice;
	item: number;
}

/** Webinars of any platform, soonest first; one date of a series is a choice of its own. */
export function offeredWebinars(items: readonly JsonObject[]): Offered[] {
	const candidates = items.flatMap((json, index) => candidateOf(json, index) ?? []);
	return inOrder(candidates).map(({ choice, item }) => ({
		choice: choiceOf(choice.label, withOccurrence(choice.value, items[item]!)),
		item,
	}));
}

/**
 * The list that Marketo takes: "From the program" first, no value twice, at most a thousand.
 * @returns the list, and those of the offered choices that are in it
 */
export function picklistOf(offered: readonly Offered[]): {
	choices: PicklistChoice[];
	shown: Offered[];
} {
	const seen = new Set<string>(['', FROM_PROGRAM_CHOICE.submittedValue]);
	const shown = offered
		.filter(({ choice: { submittedValue } }) => {
			const isNew = !seen.has(submittedValue);
			seen.add(submittedValue);
			// A value that was cut would be another webinar.
			return isNew && Buffer.byteLength(submittedValue) <= MOST_BYTES.string;
		})
		.slice(0, MOST_CHOICES - 1)
		.map(({ choice, item }) => ({
			choice: choiceOf(
				cutBytes(choice.displayValue.en_US, MOST_BYTES.string),
				choice.submittedValue,
			),
			item,
		}));
	return { choices: [FROM_PROGRAM_CHOICE, ...shown.map(({ choice }) => choice)], shown };
}

function withOccurrence(webinarId: string, json: JsonObject): string {
	const held = asObject(json.webinar);
	const webinar = asText(held.webinarId) === '' ? json : held;
	return joinedWebinarId({ webinarId, occurrenceId: asText(webinar.occurrenceId).trim() });
}
