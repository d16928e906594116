import type { IExecuteFunctions } from 'n8n-workflow';

import type { Entry } from '../../../shared/panelists/byWebinar';
import type { Leaving } from '../../../shared/panelists/fields';
import { findPanelist, toPanelist, type Panelist } from '../../mapping/panelist';
import {
	getPanelists,
	removeAllPanelists,
	removePanelist,
} from '../../transport/endpoints/panelists';
import { toldReason } from '../../transport/told';
import { tellingMeetings } from '../../transport/whatIsIt';
import { alreadySo, done } from '../webinar/outcome';

/** Who is to be removed. */
export type Leaver = Leaving & { webinar: string };

/**
 * Removes panelists of one webinar, in the order of the items.
 * @throws VendorError what concerns the whole webinar
 */
export async function removeFromWebinar(
	context: IExecuteFunctions,
	webinarId: string,
	leavers: ReadonlyArray<Entry<Leaver>>,
): Promise<void> {
	const rows = await tellingMeetings(context, webinarId, getPanelists(context, webinarId));
	let present: readonly Panelist[] = rows.map(toPanelist);
	for (const leaver of leavers) {
		if (leaver.input.all) {
			await removeAll(context, webinarId, present, leaver);
			present = [];
			continue;
		}
		const panelist = findPanelist(present, leaver.input.key);
		if (panelist === undefined) {
			const message = `${leaver.input.key} is not a panelist of the webinar`;
			leaver.settle({ outcome: alreadySo('', message, 'panelistNotFound') });
			continue;
		}
		if (await removeOne(context, webinarId, panelist, leaver)) {
			present = present.filter((other) => other !== panelist);
		}
	}
}

async function removeAll(
	context: IExecuteFunctions,
	webinarId: string,
	present: readonly Panelist[],
	leaver: Entry<Leaver>,
): Promise<void> {
	if (present.length === 0) {
		leaver.settle({ outcome: alreadySo('', 'The webinar has no panelists') });
		return;
	}
	await removeAllPanelists(context, webinarId);
	const count = `${present.length} ${present.length === 1 ? 'panelist' : 'panelists'}`;
	leaver.settle({ outcome: done('removed', '', `Removed ${count}`) });
}

/** @returns whether the panelist is gone now */
async function removeOne(
	context: IExecuteFunctions,
	webinarId: string,
	panelist: Panelist,
	leaver: Entry<Leaver>,
): Promise<boolean> {
	return await removePanelist(context, webinarId, panelist.panelistId || panelist.email).then(
		() => {
			const message = `Removed ${panelist.name || panelist.email}`;
			const outcome = done('removed', panelist.panelistId, message);
			leaver.settle({ outcome, adds: { panelist } });
			return true;
		},
		(error: unknown) => {
			if (!toldReason(error, 'vendorRejected')) throw error;
			leaver.refuse(error);
			return false;
		},
	);
}
