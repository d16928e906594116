import type { IExecuteFunctions } from 'n8n-workflow';

import { splitName } from '../../../shared/attendees/names';
import type { Entry } from '../../../shared/panelists/byWebinar';
import { siftInvited, withoutDoubles, type Invited } from '../../../shared/panelists/invitee';
import type { VendorError } from '../../../shared/transport/vendorError';
import { findPresenter, permissionOfRole, type PresenterRole } from '../../mapping/presenter';
import type { Principal } from '../../mapping/principal';
import type { WebinarKey } from '../../mapping/webinarLink';
import type { AdobeClient } from '../../transport/request';
import { alreadySo, done, skipped } from '../outcome';
import { changePermissions } from '../people/changePermissions';
import { asUser, createPerson } from '../people/createPerson';
import { AdobeDoor, startRun } from '../people/door';
import { principalsOf } from '../people/lookUp';
import { findWebinar } from '../webinars/find';
import { aclsOf, readPresenting, type Presenting } from './present';
import { PRESENTERS } from './words';

export type Invitee = Entry<
	Invited & {
		webinar: WebinarKey;
		role: PresenterRole;
		/** Of a new account; empty = Adobe Connect mails the person. */
		password: string;
		convertGuests: boolean;
	}
>;

/** Somebody with an account. */
interface Ready {
	invitee: Invitee;
	principalId: string;
}

/**
 * Makes presenters of people at one webinar: those who are none yet, all in one call for the room and, of
 * an event, one for the event. Nobody loses the role of a host.
 * @throws VendorError what concerns the whole webinar
 */
export async function addToWebinar(
	context: IExecuteFunctions,
	client: AdobeClient,
	key: WebinarKey,
	invitees: readonly Invitee[],
): Promise<void> {
	const found = await findWebinar(client, key);
	const door = new AdobeDoor(startRun(context), client, found);
	const presenting = await readPresenting(client, found);
	siftInvited(invitees, { skipped }, PRESENTERS.one);
	const open = invitees.filter(({ written }) => written === undefined);
	const wanted = withoutDoubles(open, { skipped }).filter((one) => !isSo(one, presenting));
	const people = await identify(door, wanted);
	const ready = people.filter((one) => !isSo(one.invitee, presenting, one.principalId));
	const failed = await give(door, ready, presenting);
	for (const { invitee, principalId } of ready) {
		const error = failed.get(principalId);
		if (error !== undefined) {
			invitee.refuse(error);
			continue;
		}
		const { name, email, role } = invitee.input;
		const { joinUrl } = found.webinar;
		const outcome = done('added', principalId, `Added ${name} as a ${role}`);
		const panelist = { panelistId: principalId, name, email, joinUrl, role };
		invitee.settle({ outcome, adds: { panelist } });
	}
}

/** Settles whoever has the role, or a higher one, wherever it is needed. */
function isSo(
	invitee: Invitee,
	{ presenters, permissions }: Presenting,
	principalId?: string,
): boolean {
	const { email, role } = invitee.input;
	const presenter = findPresenter(presenters, principalId ?? email);
	if (presenter === undefined) return false;
	const { panelistId } = presenter;
	const enough = [...permissions.values()].every((own) => has(own.get(panelistId), role));
	if (!enough) return false;
	const message = `The person is a ${presenter.role} already`;
	invitee.settle({ outcome: alreadySo(panelistId, message), adds: { panelist: presenter } });
	return true;
}

function has(permission: string | undefined, role: PresenterRole): boolean {
	return permission === 'host' || permission === permissionOfRole(role);
}

/** Finds people's accounts, or makes them; who cannot get one is refused. */
async function identify(door: AdobeDoor, invitees: readonly Invitee[]): Promise<Ready[]> {
	const emails = invitees.map(({ input }) => input.email);
	const principals = await principalsOf(door.client, emails, 'everybody');
	const ready: Ready[] = [];
	for (const invitee of invitees) {
		const account = await accountOf(door, invitee, principals.get(invitee.input.email));
		if (account.ok) ready.push({ invitee, principalId: account.value });
		else invitee.refuse(account.error);
	}
	return ready;
}

async function accountOf(
	door: AdobeDoor,
	{ input: { email, name, password, convertGuests } }: Invitee,
	principal: Principal | undefined,
): ReturnType<typeof createPerson> {
	const creation = { type: 'user' as const, password, convertGuests };
	return principal === undefined
		? await createPerson(door, { email, ...splitName(name) }, creation)
		: await asUser(door, principal, creation);
}

/** @returns those for whom it did not work, by principal-id */
async function give(
	door: AdobeDoor,
	ready: readonly Ready[],
	{ permissions }: Presenting,
): Promise<Map<string, VendorError>> {
	const failed = new Map<string, VendorError>();
	for (const aclId of aclsOf(door.found)) {
		const own = permissions.get(aclId);
		const changes = ready
			.filter(({ invitee, principalId }) => !has(own?.get(principalId), invitee.input.role))
			.filter(({ principalId }) => !failed.has(principalId))
			.map(({ invitee, principalId }) => ({
				principalId,
				permission: permissionOfRole(invitee.input.role),
			}));
		for (const [id, error] of await changePermissions(door, changes, aclId)) failed.set(id, error);
	}
	return failed;
}
