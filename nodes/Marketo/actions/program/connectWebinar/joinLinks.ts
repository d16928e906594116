import { inBatches } from '../../../../shared/transport/batch';
import { asNumber, asText } from '../../../../shared/transport/json';
import { statusesWithPlace } from '../../../mapping/webinarChannel';
import type { Program } from '../../../mapping/program';
import { isRefused, type RowAnswer } from '../../../mapping/rowAnswer';
import { membersBy, writeMemberData } from '../../../transport/endpoints/members';
import { BATCH_SIZE } from '../../../transport/limits';
import type { MarketoClient } from '../../../transport/request';
import type { ConnectedItem } from './entry';

const FIELDS = ['leadId', 'statusName', 'webinarUrl'];
/** Meanwhile the person is gone, or a member no more. */
const GONE = new Set(['1004', '1013']);

/**
 * Where nobody has to register, everybody joins by the same link: it becomes the webinar URL of the
 * members who are registered, so that `{{member.webinar url}}` resolves in mails. Others, and those
 * who have it already, are left alone.
 * @throws VendorError when Marketo refuses a page or a batch
 */
export async function writeJoinLinks(
	client: MarketoClient,
	{ id, statuses }: Program,
	joinUrl: string,
	preview: boolean,
	entry: ConnectedItem,
): Promise<void> {
	// A filter separates its values by commas.
	const names = statusesWithPlace(statuses).filter((name) => !name.includes(','));
	if (names.length === 0) {
		entry.step('joinLinks', 'skipped', 'The channel has no status like Registered');
		return;
	}
	const missing: number[] = [];
	for await (const page of membersBy(client, id, 'statusName', names, FIELDS)) {
		for (const { leadId, webinarUrl } of page) {
			const lead = asNumber(leadId);
			if (lead !== undefined && asText(webinarUrl) !== joinUrl) missing.push(lead);
		}
	}
	const refused: RowAnswer[] = [];
	for (const batch of preview ? [] : inBatches(missing, BATCH_SIZE)) {
		const input = batch.map((leadId) => ({ leadId, webinarUrl: joinUrl }));
		const answers = await writeMemberData(client, id, input);
		for (const answer of answers) {
			if (answer !== undefined && isRefused(answer)) refused.push(answer);
		}
	}
	tell(entry, missing.length, refused, preview);
}

function tell(
	entry: ConnectedItem,
	members: number,
	refused: readonly RowAnswer[],
	preview: boolean,
): void {
	const failed = refused.filter(({ code }) => !GONE.has(code));
	const [first] = failed;
	if (first !== undefined) {
		const message = `${failed.length} of ${members} members could not be given the general join link: ${first.words} (${first.code})`;
		entry.fail(message, undefined, 'joinLinks');
		return;
	}
	const written = members - refused.length;
	if (written === 0) return entry.step('joinLinks', 'unchanged');
	const message = `${preview ? 'Would write' : 'Wrote'} the general join link to ${written} members`;
	entry.step('joinLinks', 'synced', message);
	entry.told.push(message);
}
