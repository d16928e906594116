import { asText, type JsonObject } from '../../shared/transport/json';
import { FROM_PROGRAM } from './webinar';

/** One entry of a drop-down in the flow step. */
export type PicklistChoice = { displayValue: { en_US: string }; submittedValue: string };

/** More than this Marketo does not take. */
export const MOST_CHOICES = 1000;

/** Always the first choice: the webinar that *Connect Webinar* wrote to the program's My Tokens. */
export const FROM_PROGRAM_CHOICE = choiceOf('From the program', FROM_PROGRAM);

export function choiceOf(label: string, submittedValue: string): PicklistChoice {
	return { displayValue: { en_US: label }, submittedValue };
}

/** The question for the choices of an attribute. */
export function readPicklistRequest(body: JsonObject): { field: string; type: string } {
	return { field: asText(body.name), type: asText(body.type) };
}
