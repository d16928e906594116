import type { IExecuteFunctions } from 'n8n-workflow';

import type { Entry } from '../../../shared/panelists/byWebinar';
import { siftInvited, withoutDoubles, type Invited } from '../../../shared/panelists/invitee';
import { inBatches } from '../../../shared/transport/batch';
import { unless } from '../../../shared/transport/unless';
import { lostWrite, VendorError } from '../../../shared/transport/vendorError';
import { toPanelist, type Panelist } from '../../mapping/panelist';
import { addPanelists, getPanelists, PANELISTS_AT_ONCE } from '../../transport/endpoints/panelists';
import { toldReason } from '../../transport/told';
import { tellingMeetings } from '../../transport/whatIsIt';
import { alreadySo, done, skipped } from '../webinar/outcome';

export type Invitee = Entry<Invited & { webinar: string }>;

/**
 * Adds people to one webinar: those who are no panelists yet, 30 in a call. Zoom's answer says nothing
 * about single people, so the panelists are listed before and after.
 * @throws VendorError what concerns the whole webinar, after those who were added are settled
 */
export async function addToWebinar(
	context: IExecuteFunctions,
	webinarId: string,
	invitees: readonly Invitee[],
): Promise<void> {
	const before = await tellingMeetings(context, webinarId, list(context, webinarId));
	siftInvited(invitees, { skipped }, 'panelist');
	const wanted = invitees.filter((invitee) => isWanted(invitee, before));
	const { accepted, error } = await send(context, webinarId, withoutDoubles(wanted, { skipped }));
	if (accepted.length > 0) {
		const after = await unless(isVendors, list(context, webinarId));
		for (const invitee of accepted) tell(invitee, before, after);
	}
	if (error !== undefined) await Promise.reject(error);
}

async function list(context: IExecuteFunctions, webinarId: string): Promise<Map<string, Panelist>> {
	const panelists = (await getPanelists(context, webinarId)).map(toPanelist);
	return new Map(panelists.map((panelist) => [panelist.email, panelist]));
}

/** Whether Zoom has to be asked; everybody else is settled. */
function isWanted(invitee: Invitee, before: ReadonlyMap<string, Panelist>): boolean {
	if (invitee.written !== undefined) return false;
	const { email, name } = invitee.input;
	const present = before.get(email);
	if (present?.name !== name) return true;
	const outcome = alreadySo(present.panelistId, 'The person is a panelist already');
	invitee.settle({ outcome, adds: { panelist: present } });
	return false;
}

interface Sent {
	accepted: Invitee[];
	/** What ended the sending for the whole webinar. */
	error?: unknown;
}

/** Zoom refuses a whole call for one of its people; those of a refused call are sent one by one. */
async function send(
	context: IExecuteFunctions,
	webinarId: string,
	invitees: readonly Invitee[],
): Promise<Sent> {
	const accepted: Invitee[] = [];
	const queue = inBatches(invitees, PANELISTS_AT_ONCE);
	for (let batch = queue.shift(); batch !== undefined; batch = queue.shift()) {
		const people = batch.map(({ input }) => input);
		const error: unknown = await addPanelists(context, webinarId, people).then(
			() => undefined,
			(thrown: unknown) => thrown,
		);
		if (error === undefined) accepted.push(...batch);
		else if (!isAboutPeople(error)) return { accepted, error };
		else if (batch.length > 1) queue.unshift(...inBatches(batch, 1));
		else batch[0]?.refuse(error);
	}
	return { accepted };
}

/** An address or a name that Zoom does not take, or no room for one more. */
function isAboutPeople(error: unknown): boolean {
	return (
		error instanceof VendorError &&
		error.details.status === 400 &&
		(toldReason(error, 'vendorRejected') || toldReason(error, 'licenceUsedUp'))
	);
}

function tell(
	invitee: Invitee,
	before: ReadonlyMap<string, Panelist>,
	after: ReadonlyMap<string, Panelist> | undefined,
): void {
	const { email, name } = invitee.input;
	const panelist = after?.get(email);
	if (after === undefined) {
		const message = 'Added as a panelist; the list with the join link could not be read';
		invitee.settle({ outcome: done('added', '', message) });
	} else if (panelist === undefined) {
		// Zoom said yes and shows nobody: not something to be called done.
		invitee.refuse(lostWrite('zoom', ''));
	} else if (!before.has(email)) {
		const outcome = done('added', panelist.panelistId, `Added ${panelist.name} as a panelist`);
		invitee.settle({ outcome, adds: { panelist } });
	} else if (panelist.name === name) {
		const outcome = done('updated', panelist.panelistId, `The panelist is now called ${name}`);
		invitee.settle({ outcome, adds: { panelist } });
	} else {
		const message = `The person is a panelist already, and Zoom keeps the name ${panelist.name}`;
		invitee.settle({ outcome: alreadySo(panelist.panelistId, message), adds: { panelist } });
	}
}

function isVendors(error: unknown): boolean {
	return error instanceof VendorError;
}
