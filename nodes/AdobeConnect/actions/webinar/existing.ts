import { ParameterError } from '../../../shared/node/errors';
import { VendorError } from '../../../shared/transport/vendorError';
import { contentsOf } from '../../transport/endpoints/scos';
import type { AdobeClient } from '../../transport/request';
import { allRows } from '../../transport/rows';
import { refusedField, toldCode } from '../../transport/told';
import { attributeOf, timeOf, valueOf, type XmlElement } from '../../xml/element';
import type { NewWebinar, Times } from './newWebinar';

/** Adobe Connect keeps whole minutes of what people enter. */
const MINUTE_MS = 60_000;

/** The room of that name in that folder: a name is given once there. */
export async function roomNamed(
	client: AdobeClient,
	folderId: string,
	name: string,
): Promise<XmlElement | undefined> {
	const filters = [
		['filter-type', 'meeting'],
		['filter-name', name],
	] as const;
	const rows = await allRows(contentsOf(client, folderId, filters, 'the folder of the room'));
	return rows.find((row) => valueOf(row, 'name') === name);
}

export async function sessionsOf(client: AdobeClient, roomId: string): Promise<XmlElement[]> {
	const filters = [['filter-type', 'seminarsession']] as const;
	return await allRows(contentsOf(client, roomId, filters, 'the sessions of the seminar'));
}

/** Whether Adobe Connect refused because a name or an address is in use. */
export function isDuplicate(error: unknown): error is VendorError {
	return toldCode(error, 'invalid', 'duplicate');
}

/** Whether something takes place at these times; null = without a fixed time. */
export function isAt(sco: XmlElement, times: Times | null): boolean {
	const end = timeOf(sco, 'date-end');
	if (times === null || end === null) return times === null && end === null;
	const start = Date.parse(timeOf(sco, 'date-begin') ?? '');
	return isSameMinute(start, times.start) && isSameMinute(Date.parse(end), times.end);
}

export function isSameMinute(moment: number, wanted: string): boolean {
	return Math.abs(moment - Date.parse(wanted)) < MINUTE_MS;
}

/** What to say of a refused creation for which there is no room of that name. */
export function urlInUse(error: VendorError, { urlPath }: NewWebinar): Error {
	return refusedField(error) === 'url-path'
		? new ParameterError(
				`The custom URL ${urlPath} is in use already`,
				'Choose another Custom URL in Settings, or leave it empty',
			)
		: error;
}

/** What to say of another webinar of that name. */
export function nameInUse(room: XmlElement, { name }: NewWebinar): ParameterError {
	return new ParameterError(
		`The folder holds another room named ${name} already (ID ${attributeOf(room, 'sco-id')})`,
		'Choose another topic, or change that one with Update',
	);
}
