import type { AdobeClient } from '../request';
import { attributeOf, childOf, childrenOf } from '../../xml/element';

/** Fields of rooms and sessions that these nodes know. */
export type FieldId = 'meeting-passcode' | 'seminar-expected-load';

/**
 * Says who comes in by the link alone: `view-hidden` everybody, `remove` registered users and guests whom
 * a host accepts, `denied` those who were invited.
 * https://helpx.adobe.com/adobe-connect/webservices/permissions-update.html
 */
export async function setPublicAccess(
	client: AdobeClient,
	roomId: string,
	permission: string,
): Promise<void> {
	await client.call({
		action: 'permissions-update',
		parameters: [
			['acl-id', roomId],
			['principal-id', 'public-access'],
			['permission-id', permission],
		],
		write: 'setPermission',
		what: 'the access to the room',
	});
}

/**
 * A field of a room or session; empty when it is not set.
 * https://helpx.adobe.com/adobe-connect/webservices/acl-field-info.html
 */
export async function getField(
	client: AdobeClient,
	aclId: string,
	field: FieldId,
): Promise<string> {
	const answer = await client.call({
		action: 'acl-field-info',
		parameters: [
			['acl-id', aclId],
			['filter-field-id', field],
		],
		what: 'the fields of the room',
	});
	const fields = childrenOf(answer, 'acl-fields', 'field');
	const found = fields.find((one) => attributeOf(one, 'field-id') === field);
	return found === undefined ? '' : childOf(found, 'value').text;
}

/**
 * Sets a field; an empty value takes it away.
 * https://helpx.adobe.com/adobe-connect/webservices/acl-field-update.html
 */
export async function setField(
	client: AdobeClient,
	aclId: string,
	field: FieldId,
	value: string,
	what: string,
): Promise<void> {
	await client.call({
		action: 'acl-field-update',
		parameters: [
			['acl-id', aclId],
			['field-id', field],
			['value', value],
		],
		write: 'setField',
		what,
	});
}
