import { inBatches } from '../../../shared/transport/batch';
import { lostWrite, VendorError } from '../../../shared/transport/vendorError';
import {
	PERMISSIONS_AT_ONCE,
	setPermissions,
	type Permission,
} from '../../transport/endpoints/permissions';
import { adobeError } from '../../transport/errors';
import { mayHaveWorked, toldCode } from '../../transport/told';
import type { AdobeDoor } from './door';
import { permittedAmong } from './lookUp';

export interface PermissionChange {
	principalId: string;
	permission: Permission;
}

const WHAT = 'the permissions';

/**
 * Gives people permissions on an event or a room, 200 in a call, and reads back what they have then: Adobe
 * Connect answers ok also where some of them got nothing.
 * @param aclId default: the door's own
 * @returns those for whom it did not work, by principal-id, with the reason
 */
export async function changePermissions(
	door: AdobeDoor,
	changes: readonly PermissionChange[],
	aclId = door.aclId,
): Promise<Map<string, VendorError>> {
	const failed = new Map<string, VendorError>();
	const sent: PermissionChange[] = [];
	const queue = inBatches(changes, PERMISSIONS_AT_ONCE);
	for (let batch = queue.shift(); batch !== undefined; batch = queue.shift()) {
		const people = batch;
		const before = door.client.calls();
		const attempted = await door.attempt(
			async () => await setPermissions(door.client, aclId, people, WHAT),
		);
		const wasSent = door.client.calls() > before;
		if (wasSent) sent.push(...people);
		if (attempted.ok) door.run.wrote = true;
		// One of them may be what is wrong.
		else if (toldCode(attempted.error, 'invalid') && wasSent && people.length > 1) {
			queue.unshift(...inBatches(people, Math.ceil(people.length / 2)));
		} else for (const { principalId } of people) failed.set(principalId, attempted.error);
	}
	await verify(door, sent, aclId, failed);
	return failed;
}

/** What people really have afterwards decides, whatever was answered. */
async function verify(
	door: AdobeDoor,
	sent: readonly PermissionChange[],
	aclId: string,
	failed: Map<string, VendorError>,
): Promise<void> {
	const ids = sent.map(({ principalId }) => principalId);
	if (ids.length === 0) return;
	const read = await door.run.look(
		async () => await permittedAmong(door.client, aclId, 'principal-id', ids),
	);
	if (!read.ok) {
		for (const id of ids) if (!wasRefused(failed.get(id))) failed.set(id, unverified(read.error));
		return;
	}
	const has = new Map(read.value.map((one) => [one.principalId, one.permission]));
	for (const { principalId, permission } of sent) {
		if ((has.get(principalId) ?? 'remove') === permission) failed.delete(principalId);
		else if (!failed.has(principalId)) failed.set(principalId, ignored(door.name, permission));
	}
}

/** Adobe Connect said no, so nothing was written. */
function wasRefused(error: VendorError | undefined): boolean {
	return error !== undefined && !mayHaveWorked(error);
}

function unverified({ details }: VendorError): VendorError {
	const lost = lostWrite('adobeConnect', WHAT);
	return new VendorError({
		...lost.details,
		message: `The permissions were sent, and could not be read back: ${details.message}`,
	});
}

function ignored(name: string, permission: Permission): VendorError {
	const what =
		permission === 'remove'
			? `left the person’s permission on the ${name}`
			: `gave the person no such permission on the ${name} (${permission})`;
	return adobeError({
		status: 200,
		code: 'ok',
		message: `Adobe Connect answered ok, but ${what}`,
		repair:
			'Check in Adobe Connect whether the person still exists and is not disabled, then run again',
		reason: 'vendorRejected',
	});
}
