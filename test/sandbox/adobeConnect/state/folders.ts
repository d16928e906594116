import type { AdobeGroupType, AdobeShortcut } from '../world';

/** Ids of the folders that every account has. */
export const SHORTCUTS: Readonly<Record<Exclude<AdobeShortcut, `my-${string}`>, string>> = {
	'shared-training-templates': '11001',
	'shared-meeting-templates': '11002',
	content: '11003',
	courses: '11004',
	'user-content': '11005',
	meetings: '11006',
	'user-meetings': '11007',
	'account-custom': '11008',
	'user-courses': '11009',
	events: '11010',
	'user-events': '11011',
	seminars: '11012',
	'training-catalog': '11013',
	'forced-archives': '11014',
	'chat-transcripts': '11015',
};

/** Folders of one user each; who lacks the group has none. */
export const OWN_FOLDERS = {
	'my-meetings': { prefix: '31', parent: 'user-meetings', group: 'live-admins' },
	'my-meeting-templates': { prefix: '32', parent: 'user-meetings', group: 'live-admins' },
	'my-events': { prefix: '33', parent: 'user-events', group: 'event-admins' },
} as const satisfies Record<
	string,
	{ prefix: string; parent: AdobeShortcut; group: AdobeGroupType }
>;

export type OwnShortcut = keyof typeof OWN_FOLDERS;

export function ownFolderId(shortcut: OwnShortcut, principalId: string): string {
	return `${OWN_FOLDERS[shortcut].prefix}${principalId}`;
}

/** Ids and names of the built-in groups. */
export const BUILT_IN_GROUPS: Readonly<Record<AdobeGroupType, { id: string; name: string }>> = {
	admins: { id: '12001', name: 'Administrators' },
	'admins-limited': { id: '12002', name: 'Administrators - Limited' },
	'live-admins': { id: '12003', name: 'Meeting Hosts' },
	'seminar-admins': { id: '12004', name: 'Seminar Hosts' },
	'event-admins': { id: '12005', name: 'Event Managers' },
	'event-super-admins': { id: '12006', name: 'Event Administrators' },
	'course-admins': { id: '12007', name: 'Training Managers' },
	authors: { id: '12008', name: 'Authors' },
	learners: { id: '12009', name: 'Learners' },
	everyone: { id: '12010', name: 'Everyone' },
};
