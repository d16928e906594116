/** Who comes in, in the words of the node's fields. */
export type RoomAccess = 'everyone' | 'registered' | 'invited';

/**
 * Permissions of the public on a room.
 * https://helpx.adobe.com/adobe-connect/webservices/permissions-update.html
 */
const PERMISSIONS: Readonly<Record<RoomAccess, string>> = {
	everyone: 'view-hidden',
	registered: 'remove',
	invited: 'denied',
};

/** Adobe Connect's word; undefined for what is no choice of the field. */
export function toPermission(access: unknown): string | undefined {
	return Object.entries(PERMISSIONS).find(([word]) => word === access)?.[1];
}

/** Our word; empty when nobody tells. */
export function toAccess(permission: string): RoomAccess | '' {
	if (permission === 'view') return 'everyone';
	const known = Object.entries(PERMISSIONS).find(([, word]) => word === permission);
	return (known?.[0] as RoomAccess | undefined) ?? '';
}
