import { asNumber } from '../../../shared/transport/json';
import { unless } from '../../../shared/transport/unless';
import { toLicence } from '../../mapping/seminarLicence';
import { getField } from '../../transport/endpoints/access';
import { getFolderIds } from '../../transport/endpoints/scos';
import { getLicences } from '../../transport/endpoints/seminars';
import type { AdobeClient } from '../../transport/request';
import { isHidden } from '../../transport/told';
import { attributeOf } from '../../xml/element';
import type { FoundWebinar } from '../webinars/find';

/** How many people a seminar takes and is planned for; null for other webinars, and when nobody tells. */
export interface SeminarFacts {
	capacity: number | null;
	expectedAttendees: number | null;
}

/** Reads them, as far as the user of the credential may. */
export async function readSeminarFacts(
	client: AdobeClient,
	{ webinar, sco }: FoundWebinar,
): Promise<SeminarFacts> {
	if (webinar.kind !== 'seminar') return { capacity: null, expectedAttendees: null };
	const { occurrenceId } = webinar;
	const load =
		occurrenceId === ''
			? undefined
			: await unless(isHidden, getField(client, occurrenceId, 'seminar-expected-load'));
	return {
		capacity: (await unless(isHidden, capacityOf(client, attributeOf(sco, 'folder-id')))) ?? null,
		expectedAttendees: asNumber(load) ?? null,
	};
}

/** null where the room lies deeper than in the licence's folder itself. */
async function capacityOf(client: AdobeClient, folderId: string): Promise<number | null> {
	const seminarsId = (await getFolderIds(client)).get('seminars');
	if (seminarsId === undefined) return null;
	const licences = (await getLicences(client, seminarsId)).map(toLicence);
	return licences.find(({ id }) => id === folderId)?.capacity ?? null;
}
