import type { IExecuteFunctions } from 'n8n-workflow';

import type { Entry } from '../../../shared/panelists/byWebinar';
import type { Leaving } from '../../../shared/panelists/fields';
import type { VendorError } from '../../../shared/transport/vendorError';
import { findPresenter, type Presenter } from '../../mapping/presenter';
import type { WebinarKey } from '../../mapping/webinarLink';
import type { AdobeClient } from '../../transport/request';
import { alreadySo, done, skipped } from '../outcome';
import { changePermissions } from '../people/changePermissions';
import { AdobeDoor, startRun } from '../people/door';
import { findWebinar } from '../webinars/find';
import { aclsOf, readPresenting, type Presenting } from './present';

/** Who is to be taken off. */
export type Leaver = Entry<Leaving & { webinar: WebinarKey; includeHosts: boolean }>;

/**
 * Takes the permission from presenters of one webinar, all in one call for the room and, of an event, one
 * for the event.
 * @throws VendorError what concerns the whole webinar
 */
export async function removeFromWebinar(
	context: IExecuteFunctions,
	client: AdobeClient,
	key: WebinarKey,
	leavers: readonly Leaver[],
): Promise<void> {
	const found = await findWebinar(client, key);
	const door = new AdobeDoor(startRun(context), client, found);
	const presenting = await readPresenting(client, found);
	let present: readonly Presenter[] = presenting.presenters;
	const leaving = new Map<Leaver, readonly Presenter[]>();
	for (const leaver of leavers) {
		const meant = meantBy(leaver, present);
		if (meant.length === 0) continue;
		leaving.set(leaver, meant);
		present = present.filter((one) => !meant.includes(one));
	}
	const failed = await take(door, [...leaving.values()].flat(), presenting);
	for (const [leaver, meant] of leaving) tell(leaver, meant, failed);
}

/** In the order of the items; whoever means nobody is settled. */
function meantBy(leaver: Leaver, present: readonly Presenter[]): readonly Presenter[] {
	const { all, key, includeHosts } = leaver.input;
	const removable = present.filter(({ role }) => includeHosts || role === 'presenter');
	if (all) {
		if (removable.length === 0) {
			leaver.settle({ outcome: alreadySo('', 'The webinar has no presenters') });
		}
		return removable;
	}
	const presenter = findPresenter(present, key);
	if (presenter === undefined) {
		const message = `${key} is not a presenter of the webinar`;
		leaver.settle({ outcome: alreadySo('', message, 'panelistNotFound') });
		return [];
	}
	if (removable.includes(presenter)) return [presenter];
	const repair = 'Turn on Include Hosts under Options if the host is to be taken off';
	const outcome = { ...skipped('roleExcluded'), message: 'The person is a host', repair };
	leaver.settle({ outcome, adds: { panelist: presenter } });
	return [];
}

/** @returns those for whom it did not work, by principal-id */
async function take(
	door: AdobeDoor,
	presenters: readonly Presenter[],
	{ permissions }: Presenting,
): Promise<Map<string, VendorError>> {
	const failed = new Map<string, VendorError>();
	for (const aclId of aclsOf(door.found)) {
		const own = permissions.get(aclId);
		const changes = presenters
			.filter(({ panelistId }) => own?.has(panelistId))
			.map(({ panelistId }) => ({ principalId: panelistId, permission: 'remove' as const }));
		for (const [id, error] of await changePermissions(door, changes, aclId)) failed.set(id, error);
	}
	return failed;
}

function tell(
	leaver: Leaver,
	meant: readonly Presenter[],
	failed: ReadonlyMap<string, VendorError>,
): void {
	const error = meant.map(({ panelistId }) => failed.get(panelistId)).find(Boolean);
	if (error !== undefined) {
		leaver.refuse(error);
		return;
	}
	const [presenter] = meant;
	if (leaver.input.all || presenter === undefined) {
		const count = `${meant.length} ${meant.length === 1 ? 'presenter' : 'presenters'}`;
		leaver.settle({ outcome: done('removed', '', `Removed ${count}`) });
		return;
	}
	const message = `Removed ${presenter.name || presenter.email}`;
	const outcome = done('removed', presenter.panelistId, message);
	leaver.settle({ outcome, adds: { panelist: presenter } });
}
