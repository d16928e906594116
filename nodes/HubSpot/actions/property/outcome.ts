import type { Outcome, OutcomeResult, OutcomeStep } from '../../../shared/model/outcome';
import { explain } from '../../../shared/model/reasons';
import { isTemporary } from '../../../shared/transport/vendorError';
import { PROPERTY_GROUP } from '../../mapping/definitions';
import type { PropertyObject } from '../../transport/properties';
import type { Made } from './make';
import type { PropertyRow } from './plan';

type Told = Pick<Outcome, 'result' | 'action' | 'reason' | 'message' | 'repair' | 'retryAt'>;

/** One outcome of everything that was looked at and made: what every item is told. */
export function outcomeOf(made: readonly Made[], preview: boolean): Outcome {
	const told = refusedBy(made) ?? unusableIn(made) ?? doneIn(made, preview);
	const created = made.some(({ rows }) => rows.some(({ state }) => state === 'created'));
	return {
		destination: 'hubspot',
		steps: Object.assign({}, ...made.map((one) => stepsOf(one, preview))) as Outcome['steps'],
		recordId: '',
		preview,
		...told,
		action: created ? 'created' : told.action,
		message: [told.message, nativeNote(made)].filter(Boolean).join('. '),
	};
}

/** HubSpot refused, or could not be reached. */
function refusedBy(made: readonly Made[]): Told | null {
	const error = made.find((one) => one.error !== null)?.error;
	if (error === undefined || error === null) return null;
	const { message, repair, reason, retryAt } = error.details;
	const done = listOf(made, ({ state }) => state === 'created');
	return {
		result: isTemporary(error) ? 'deferred' : 'failed',
		action: 'none',
		reason,
		message: done === '' ? message : `${message}. Created before: ${done}`,
		repair: repair || explain(reason).repair,
		retryAt: retryAt ?? null,
	};
}

/** Some properties are there and take no values of ours, or HubSpot would not make them. */
function unusableIn(made: readonly Made[]): Told | null {
	const rows = made.flatMap((one) => one.rows);
	const messages = [...new Set(rows.map(({ message }) => message).filter(Boolean))];
	if (messages.length === 0) return null;
	const told = {
		result: 'failed',
		action: 'none',
		reason: 'vendorRejected',
		retryAt: null,
	} as const;
	if (made.some(({ limitReached }) => limitReached)) {
		return {
			...told,
			message: `The HubSpot account cannot have more custom properties: ${messages.join('; ')}`,
			repair:
				'Archive custom properties that nobody uses under Settings → Properties in HubSpot, then run again',
		};
	}
	return {
		...told,
		message: `Properties cannot be used: ${messages.join('; ')}`,
		repair: 'Delete these properties in HubSpot, or change their field type there, then run again',
	};
}

function doneIn(made: readonly Made[], preview: boolean): Told {
	const done = listOf(made, ({ state }) =>
		preview ? state === 'missing' || state === 'archived' : state === 'created',
	);
	const told = { reason: null, repair: '', retryAt: null };
	if (done === '') {
		const message = 'All webinar properties were there already';
		return { ...told, result: 'unchanged', action: 'none', message };
	}
	const verb = preview ? 'Would create' : 'Created';
	const message = `${verb} ${done} in the group ${PROPERTY_GROUP.label}`;
	return { ...told, result: 'synced', action: 'created', message };
}

const NOUNS: Record<PropertyObject, readonly [one: string, many: string]> = {
	contact: ['contact property', 'contact properties'],
	marketingEvent: ['property of marketing events', 'properties of marketing events'],
};

/** "14 contact properties and 2 properties of marketing events"; empty when there are none. */
function listOf(made: readonly Made[], counts: (row: PropertyRow) => boolean): string {
	return made
		.flatMap(({ object, rows }) => {
			const count = rows.filter(counts).length;
			return count === 0 ? [] : [`${count} ${NOUNS[object][count === 1 ? 0 : 1]}`];
		})
		.join(' and ');
}

function nativeNote(made: readonly Made[]): string {
	const names = made.flatMap(({ native }) => native);
	if (names.length === 0) return '';
	return `The Zoom app of HubSpot is or was connected (${names.join(', ')}): neither writes into the properties of the other`;
}

function stepsOf({ object, rows, group, error }: Made, preview: boolean): Outcome['steps'] {
	const steps: Outcome['steps'] = {};
	for (const row of rows) {
		const result = resultOf(row, preview, error !== null && isTemporary(error));
		steps[row.name] = row.message === '' ? { result } : { result, message: row.message };
	}
	const groupStep = GROUP_STEPS[group ?? 'none'];
	const key = object === 'contact' ? PROPERTY_GROUP.name : `${object}.${PROPERTY_GROUP.name}`;
	if (groupStep !== null) steps[key] = groupStep;
	return steps;
}

const GROUP_STEPS: Record<NonNullable<Made['group']> | 'none', OutcomeStep | null> = {
	exists: { result: 'unchanged' },
	missing: { result: 'synced' },
	created: { result: 'synced' },
	none: null,
};

function resultOf(
	{ state, message }: PropertyRow,
	preview: boolean,
	later: boolean,
): OutcomeResult {
	if (state === 'exists') return 'unchanged';
	if (state === 'created') return 'synced';
	if (message === '' && preview) return 'synced';
	return later && state !== 'wrongType' && state !== 'readOnly' ? 'deferred' : 'failed';
}
