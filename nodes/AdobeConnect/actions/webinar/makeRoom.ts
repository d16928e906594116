import type { VendorError } from '../../../shared/transport/vendorError';
import { setField, setPublicAccess } from '../../transport/endpoints/access';
import { createRoom, type Filters } from '../../transport/endpoints/scos';
import type { AdobeClient } from '../../transport/request';
import { attributeOf, timeOf, type XmlElement } from '../../xml/element';
import { isDuplicate, roomNamed, urlInUse } from './existing';
import type { NewWebinar } from './newWebinar';
import type { Progress } from './progress';

/** The clocks of Adobe Connect and of this machine may differ by so much. */
const CLOCKS_DIFFER_MS = 60_000;

/** A room that was made, or was there. */
export interface MadeRoom {
	room: XmlElement;
	/**
	 * `new` = made now; `found` = made now, its answer was lost, and it was found in the folder; `there` = it
	 * was there before.
	 */
	how: 'new' | 'found' | 'there';
}

/**
 * Makes the room, once: a name is given once in a folder, so a second creation is refused, and the room of
 * that name is looked for.
 * @throws VendorError as Adobe Connect refuses; ParameterError when the custom URL is in use
 */
export async function makeRoom(
	client: AdobeClient,
	folderId: string,
	wanted: NewWebinar,
): Promise<MadeRoom> {
	const sentAt = Date.now();
	const before = client.calls();
	const made = await createRoom(client, folderId, fieldsOf(wanted)).catch((error: unknown) => {
		if (isDuplicate(error)) return error;
		throw error;
	});
	if (!isRefusal(made)) return { room: made, how: 'new' };
	const wasTried = client.calls() - before > 1;
	const room = await roomNamed(client, folderId, wanted.name);
	if (room === undefined) throw urlInUse(made, wanted);
	// Refused after a try without an answer, and new: it was that try that made it.
	const createdAt = Date.parse(timeOf(room, 'date-created') ?? '');
	const isOurs = wasTried && createdAt >= sentAt - CLOCKS_DIFFER_MS;
	return { room, how: isOurs ? 'found' : 'there' };
}

/** Sets who comes in, and the passcode if there is one. */
export async function closeRoom(
	client: AdobeClient,
	{ permission, passcode }: NewWebinar,
	progress: Progress,
): Promise<void> {
	const { roomId } = progress;
	await progress.take('access', async () => await setPublicAccess(client, roomId, permission));
	if (passcode === '') return;
	await progress.take('passcode', async () => {
		await setField(client, roomId, 'meeting-passcode', passcode, 'the passcode of the room');
	});
}

export function idOf(sco: XmlElement): string {
	return attributeOf(sco, 'sco-id');
}

function isRefusal(made: XmlElement | VendorError): made is VendorError {
	return 'details' in made;
}

/** A seminar room has no dates: its sessions have them. */
function fieldsOf(wanted: NewWebinar): Filters {
	const { kind, name, description, times, templateId, urlPath, language } = wanted;
	const fields: Filters = [
		['name', name],
		['description', description],
		['date-begin', kind === 'meeting' ? (times?.start ?? '') : ''],
		['date-end', kind === 'meeting' ? (times?.end ?? '') : ''],
		['source-sco-id', templateId],
		['url-path', urlPath],
		['lang', language],
	];
	return fields.filter(([, value]) => value !== '');
}
