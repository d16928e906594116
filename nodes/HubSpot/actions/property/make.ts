import { VendorError } from '../../../shared/transport/vendorError';
import { PROPERTY_GROUP } from '../../mapping/definitions';
import type { BatchError } from '../../transport/batchAnswer';
import { hasPropertyGroup, isPropertyLimit, type PropertyObject } from '../../transport/properties';
import type { HubSpotClient } from '../../transport/request';
import { createMissing, DEFINITIONS } from './ensure';
import { planFor, type PropertyRow } from './plan';

/** What was found and made of one object's properties. */
export interface Made {
	object: PropertyObject;
	rows: PropertyRow[];
	/** null when nobody needed to know. */
	group: 'exists' | 'missing' | 'created' | null;
	/** Properties of the native Zoom app that the account has. */
	native: string[];
	/** What kept it from going on. */
	error: VendorError | null;
	/** The account may have no further custom properties. */
	limitReached: boolean;
}

/**
 * Looks and, unless it is a preview, creates what is missing. HubSpot's refusals are in the result,
 * so that those of one object do not hide what was made of another.
 */
export async function makeProperties(
	client: HubSpotClient,
	object: PropertyObject,
	preview: boolean,
): Promise<Made> {
	const made: Made = {
		object,
		rows: DEFINITIONS[object].map(({ name, label, type }): PropertyRow => ({
			name,
			label,
			type,
			object,
			state: 'unknown',
			message: '',
		})),
		group: null,
		native: [],
		error: null,
		limitReached: false,
	};
	await make(client, made, preview).catch((error: unknown) => {
		if (!(error instanceof VendorError)) throw error;
		made.error = error;
		for (const row of made.rows.filter(isOpen)) row.message = error.message;
	});
	return made;
}

async function make(client: HubSpotClient, made: Made, preview: boolean): Promise<void> {
	const { object } = made;
	const { rows, missing, native } = await planFor(client, object);
	Object.assign(made, { rows, native });
	if (missing.length === 0) return;
	if (preview) {
		const isThere = await hasPropertyGroup(client, object, PROPERTY_GROUP.name);
		made.group = isThere ? 'exists' : 'missing';
		return;
	}
	const { groupCreated, errors } = await createMissing(client, missing, object);
	made.group = groupCreated ? 'created' : 'exists';
	made.limitReached = errors.some(isPropertyLimit);
	for (const row of rows.filter(isOpen)) {
		const refusal = refusalOf(row, errors);
		if (refusal === undefined) row.state = 'created';
		else row.message = refusal.message;
	}
}

function isOpen({ state }: PropertyRow): boolean {
	return state === 'missing' || state === 'archived' || state === 'unknown';
}

/** Where HubSpot does not say which property it refused, none is taken for created. */
function refusalOf({ name }: PropertyRow, errors: readonly BatchError[]): BatchError | undefined {
	const nobodyNamed = errors.every(({ ids }) => ids.length === 0);
	return errors.find(({ ids }) => ids.includes(name)) ?? (nobodyNamed ? errors[0] : undefined);
}
