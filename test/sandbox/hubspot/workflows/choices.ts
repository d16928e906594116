import { isRecord } from '../http/input';
import type { Choice } from './contract';
import { recordOf } from './definition';

/** What HubSpot reads from the answer of an options URL, and what it could not use. */
export function readChoices(body: unknown): {
	options: Choice[];
	after: string | undefined;
	searchable: boolean;
	complaints: string[];
} {
	const { options, after, searchable } = recordOf(body);
	const complaints: string[] = [];
	if (!Array.isArray(options)) complaints.push('options is no list');
	const rows: unknown[] = Array.isArray(options) ? options : [];
	rows.forEach((row, at) => {
		if (!isChoice(row)) complaints.push(`options[${at}] needs a label and a value, both texts`);
	});
	const choices = rows.filter(isChoice);
	const values = new Set(choices.map(({ value }) => value));
	if (values.size < choices.length) complaints.push('A value comes twice');
	if (after !== undefined && typeof after !== 'string') complaints.push('after is no text');
	if (searchable !== undefined && typeof searchable !== 'boolean') {
		complaints.push('searchable is neither true nor false');
	}
	return {
		options: complaints.length === 0 ? choices : [],
		after: typeof after === 'string' && after !== '' ? after : undefined,
		searchable: searchable === true,
		complaints,
	};
}

function isChoice(row: unknown): row is Choice {
	if (!isRecord(row)) return false;
	const { label, value, description } = row;
	const isText = (one: unknown) => typeof one === 'string' && one !== '';
	return (
		isText(label) && isText(value) && (description === undefined || typeof description === 'string')
	);
}
