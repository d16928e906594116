/** A small Marketo for the tests of this folder. */
import type { MarketoLeadState, MarketoMemberState, MarketoWorld } from '../world';

export const CLIENT = { id: 'client-1', secret: 'secret-1' } as const;

/** ISO UTC at which the test clock stands; it only moves when a test moves it. */
export const START = '2026-11-20T17:10:00.000Z';

export const PROGRAM = 1207;
export const CLASSIC = 1107;

export const ALL_PERMISSIONS = [
	'Read-Write Lead',
	'Read-Write Activity',
	'Read-Write Activity Metadata',
	'Read-Write Assets',
	'Read-Write Campaign',
	'Execute Campaign',
	'Activate/Deactivate Campaign',
	'Approve Assets',
	'Read-Write Schema Custom Field',
	'Read-Write Schema Standard Field',
];

export function lead(id: number, email: string, fields: MarketoLeadState['fields'] = {}) {
	const dates = { createdAt: '2026-01-02T03:04:05.000Z', updatedAt: '2026-01-02T03:04:05.000Z' };
	return { id, fields: { email, firstName: 'Ada', lastName: `No. ${id}`, ...dates, ...fields } };
}

export function member(
	leadId: number,
	statusName: string,
	programId = PROGRAM,
): MarketoMemberState {
	return {
		id: 9000 + leadId,
		programId,
		leadId,
		statusName,
		webinarUrl: null,
		registrationCode: null,
		fields: {},
		membershipDate: '2026-11-01T00:00:00.000Z',
		updatedAt: '2026-11-01T00:00:00.000Z',
	};
}

const steps = (rows: Array<[string, number, boolean?]>) =>
	rows.map(([name, step, success = false]) => ({ name, step, hidden: false, success }));

export function world(overrides: Partial<MarketoWorld> = {}): MarketoWorld {
	const base = { workspace: 'Default', status: '', createdAt: '2026-10-01T00:00:00.000Z' };
	const folder = { type: 'Folder', value: 1910, folderName: 'Webinars' };
	return {
		munchkinId: '123-ABC-456',
		clientId: CLIENT.id,
		clientSecret: CLIENT.secret,
		permissions: [...ALL_PERMISSIONS],
		channels: [
			{
				id: 9,
				name: 'Webinar',
				applicableProgramType: 'webinar',
				progressionStatuses: steps([
					['Not in Program', 0],
					['Invited', 10],
					['Registered', 30],
					['Registration Error', 30],
					['No Show', 40],
					['Attended', 50, true],
				]),
			},
			{
				id: 4,
				name: 'Online Advertising',
				applicableProgramType: 'program',
				progressionStatuses: steps([
					['Not in Program', 0],
					['Influenced', 30, true],
				]),
			},
		],
		programs: [
			{
				...base,
				id: PROGRAM,
				name: 'Webinar 1',
				description: 'The first',
				type: 'Event with Webinar',
				channel: 'Webinar',
				folder,
				updatedAt: '2026-10-02T00:00:00.000Z',
				tokens: { 'Webinar ID': { type: 'text', value: '95263712340' } },
			},
			{
				...base,
				id: CLASSIC,
				name: 'Ads',
				description: '',
				type: 'Default',
				channel: 'Online Advertising',
				folder,
				updatedAt: '2026-10-01T00:00:00.000Z',
				tags: [{ tagType: 'Region', tagValue: 'EMEA' }],
				tokens: {},
			},
		],
		leads: [
			lead(1, 'ada@example.com'),
			lead(2, 'bob@example.com'),
			lead(3, 'two@example.com'),
			lead(4, 'two@example.com'),
			lead(5, 'new@example.com'),
		],
		members: [member(1, 'Registered'), member(2, 'Attended'), member(3, 'Invited')],
		memberFields: { seat: { displayName: 'Seat', dataType: 'string' } },
		leadFields: { favouriteColour: 'string', shoeSize: 'integer' },
		campaigns: [
			{
				id: 5001,
				name: 'Send confirmation',
				programId: PROGRAM,
				isActive: true,
				trigger: { kind: 'campaignIsRequested' },
				flow: [],
			},
			{
				id: 5002,
				name: 'Invite',
				programId: PROGRAM,
				isActive: false,
				trigger: { kind: 'batch' },
				flow: [],
			},
			{
				id: 5003,
				name: 'Status changed',
				programId: PROGRAM,
				isActive: true,
				trigger: { kind: 'programStatusIsChanged', programId: PROGRAM, newStatus: 'Registered' },
				flow: [],
			},
		],
		answerDelayMs: 0,
		...overrides,
	};
}
