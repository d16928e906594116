import { ParameterError } from '../../../shared/node/errors';
import { attempt } from '../../../shared/transport/attempt';
import { isTemporary } from '../../../shared/transport/vendorError';
import { SHORTEST_MARKER } from '../../mapping/activityMarker';
import { memberField, type MemberField } from '../../mapping/memberFields';
import { createMemberField, describeMembers } from '../../transport/endpoints/members';
import type { MarketoClient } from '../../transport/request';
import { MARKER_FIELD } from './options';

export interface WantedField {
	/** REST name. */
	name: string;
	/** Our own field is made where it is missing. */
	create: boolean;
	/** Nothing is written. */
	preview: boolean;
}

const OWN_FIELD = {
	displayName: 'n8n Webinar Marker',
	name: MARKER_FIELD,
	dataType: 'string',
	description: 'Which webinar activities n8n has written; do not change',
};

/**
 * The member field that remembers which activities have been written.
 * @returns null in a preview before the field was made
 * @throws ParameterError when the field is missing, does not fit, or cannot be made
 */
export async function ensureMarkerField(
	client: MarketoClient,
	{ name, create, preview }: WantedField,
): Promise<MemberField | null> {
	const held = await find(client, name);
	if (held !== undefined) return checked(held);
	if (name !== MARKER_FIELD || !create) throw missing(name);
	if (preview) return null;
	const created = await attempt(createMemberField(client, OWN_FIELD));
	if (created.ok)
		return { ...OWN_FIELD, label: OWN_FIELD.displayName, length: 255, updateable: true };
	if (isTemporary(created.error)) throw created.error;
	// Another run may have made it at the same moment.
	const meanwhile = await find(client, name);
	if (meanwhile !== undefined) return checked(meanwhile);
	throw new ParameterError(
		`The program member field ${name} could not be created: ${created.error.message}`,
		'A Marketo instance has at most 20 custom fields of program members, and none can be deleted. Choose another text field under Options → Marker Field, or set Engagement to Leave Out.',
	);
}

async function find(client: MarketoClient, name: string): Promise<MemberField | undefined> {
	const fields = (await describeMembers(client)).flatMap((row) => memberField(row) ?? []);
	return fields.find((field) => field.name === name);
}

const TEXTS = ['string', 'text', 'textarea'];

function checked(field: MemberField): MemberField {
	const { name, dataType, length, updateable } = field;
	const fits = TEXTS.includes(dataType) && (length ?? Infinity) >= SHORTEST_MARKER;
	if (fits && updateable) return field;
	throw new ParameterError(
		`The program member field ${name} cannot be the marker (${dataType}, ${updateable ? 'writeable' : 'read-only'})`,
		`Choose a custom field of program members under Options → Marker Field that holds text of at least ${SHORTEST_MARKER} characters`,
	);
}

function missing(name: string): ParameterError {
	return new ParameterError(
		`Marketo has no program member field ${name}`,
		name === MARKER_FIELD
			? 'Turn on the option Create Missing Marker Field, or choose another Marker Field'
			: 'Choose a field from the list under Options → Marker Field, or remove the option',
	);
}
