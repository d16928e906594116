import { alive } from '../../../shared/node/ended';
import { inBatches } from '../../../shared/transport/batch';
import { isTemporary, type VendorError } from '../../../shared/transport/vendorError';
import { associateContacts, associatedContacts, ASSOCIATIONS } from '../../transport/associations';
import type { EngagementKind } from '../../transport/engagements';
import { sendSplitting } from '../../transport/sendSplitting';
import type { Group, Run } from './run';

/** What is to be associated with the contacts. */
interface Activity {
	kind: EngagementKind;
	id: string;
	isNew: boolean;
}

interface Tally {
	written: number;
	/** HubSpot's words for those it refused. */
	refused: string[];
	temporary: VendorError | undefined;
}

/** Associates the call and the notes with the contacts; only associations that are missing are sent. */
export async function associate(
	run: Run,
	group: Group,
	callIsNew: boolean,
	notes: ReadonlyMap<string, boolean>,
): Promise<void> {
	const { callId } = group.memory;
	const records: Activity[] = [
		{ kind: 'calls' as const, id: callId, isNew: callIsNew },
		...[...notes].map(([id, isNew]) => ({ kind: 'notes' as const, id, isNew })),
	].filter(({ id }) => id !== '');
	const tally: Tally = { written: 0, refused: [], temporary: undefined };
	if (group.contactIds.length === 0) return;
	for (const record of records) await associateOne(run, group, record, tally);
	// A preview has no records yet to be associated.
	if (run.options.preview && (callIsNew || records.length === 0)) tally.written = 1;
	tell(group, tally);
}

async function associateOne(run: Run, group: Group, record: Activity, tally: Tally): Promise<void> {
	const { kind, id, isNew } = record;
	const known = isNew ? new Set<string>() : await associatedContacts(run.client, kind, id);
	const missing = group.contactIds.filter((contactId) => !known.has(contactId));
	if (run.options.preview) {
		tally.written += missing.length;
		return;
	}
	for (const batch of inBatches(missing, ASSOCIATIONS)) {
		await sendSplitting(
			batch,
			async (part) => {
				const refused = await associateContacts(run.client, kind, id, part);
				tally.written += part.length - refused.length;
				tally.refused.push(...refused);
			},
			(part, error) => {
				if (isTemporary(error)) tally.temporary = error;
				else tally.refused.push(...part.map(() => error.details.message));
			},
		);
	}
}

function tell({ entries, contactIds, contactsNotice }: Group, tally: Tally): void {
	const { written, refused, temporary } = tally;
	const lost = refused.length === 0 ? '' : `${refused.length} refused: ${refused[0]}`;
	const message = [contactsNotice, lost].filter((part) => part !== '').join('. ');
	for (const entry of alive(entries)) {
		if (temporary !== undefined) entry.refuse(temporary, 'association', true);
		else if (refused.length > 0 && refused.length >= contactIds.length && written === 0) {
			entry.fail(
				'vendorRejected',
				`HubSpot associated no contact: ${refused[0]}`,
				undefined,
				'association',
			);
		} else entry.step('association', written > 0 ? 'synced' : 'unchanged', message);
	}
}
