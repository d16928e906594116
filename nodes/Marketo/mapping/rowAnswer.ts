import type { Reason } from '../../shared/model/reasons';
import { asNumber, asObjects, asText, type JsonObject } from '../../shared/transport/json';

/** What Marketo says of one record of a batch. */
export interface RowAnswer {
	/** Lead ID; null where the row names none. */
	leadId: number | null;
	/** created, updated, added; `skipped` where it was refused. */
	status: string;
	/** Marketo's code of a refusal, else empty. */
	code: string;
	/** Marketo's words of a refusal, else empty. */
	words: string;
}

/** A row counts as refused where it is skipped, or names reasons under either of Marketo's two keys. */
export function isRefused({ status, code }: RowAnswer): boolean {
	return status === 'skipped' || code !== '';
}

/**
 * The answers to a batch, by the place of the record in it: rows come in the order of the input, and
 * where they carry `seq`, by that. A record without a row has none.
 * https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/rest/error-codes
 * @param size records that were sent
 */
export function rowAnswers(
	rows: readonly JsonObject[],
	size: number,
): Array<RowAnswer | undefined> {
	const answers = new Array<RowAnswer | undefined>(size).fill(undefined);
	rows.forEach((row, index) => {
		const place = asNumber(row.seq) ?? index;
		if (Number.isInteger(place) && place >= 0 && place < size) answers[place] = rowAnswer(row);
	});
	return answers;
}

function rowAnswer(row: JsonObject): RowAnswer {
	// Custom activities say `errors`, everything else `reasons`.
	const [first] = [...asObjects(row.reasons), ...asObjects(row.errors)];
	return {
		leadId: asNumber(row.leadId) ?? asNumber(row.id) ?? null,
		status: asText(row.status).toLowerCase(),
		code: asText(first?.code),
		words: asText(first?.message),
	};
}

/** What a record-level code means; everything else is the vendor's refusal in its own words. */
const REASONS: Readonly<Record<string, Reason>> = {
	'1004': 'leadDeleted',
	'1007': 'duplicateLeads',
	'1008': 'partitionNeeded',
	'1009': 'partitionNeeded',
	'1013': 'notAMember',
	'1025': 'unknownStatus',
	'1037': 'alreadyInOrPastStatus',
};

export function reasonOfCode(code: string): Reason {
	return REASONS[code] ?? 'vendorRejected';
}
