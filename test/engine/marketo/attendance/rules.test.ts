import { stage, type Stage } from '../../support/world';
import {
	activitiesOf,
	leadOf,
	memberOf,
	outcomes,
	PROGRAM,
	stay,
	summaries,
	sync,
} from './support';

let here: Stage;
beforeEach(async () => {
	here = await stage({ registrants: 20 });
});
afterEach(async () => await here.close());

const ADA = 'ada@example.com';
const status = () => memberOf(here, ADA).statusName;

describe('a person who is in the program already', () => {
	it.each([
		['Registered', 'attended', 'Attended', 'synced'],
		['Registered', 'noShow', 'No Show', 'synced'],
		['Registered', 'attendedOnDemand', 'Attended On-demand', 'synced'],
		['Invited', 'attended', 'Attended', 'synced'],
		['Pending Approval', 'attended', 'Attended', 'synced'],
		['Registration Error', 'attended', 'Attended', 'synced'],
		['No Show', 'attended', 'Attended', 'synced'],
		['No Show', 'attendedOnDemand', 'Attended On-demand', 'synced'],
		['Attended', 'noShow', 'Attended', 'unchanged'],
		['Attended', 'attendedOnDemand', 'Attended', 'unchanged'],
		['Attended On-demand', 'noShow', 'Attended On-demand', 'unchanged'],
		['Attended On-demand', 'attended', 'Attended', 'synced'],
	] as const)('with %s, and comes as %s, ends as %s', async (present, came, ends, result) => {
		await sync(here, [stay(ADA)], { options: {} });
		memberOf(here, ADA).statusName = present;
		const [told] = outcomes(await sync(here, [stay(ADA, { status: came })]));
		expect(told?.result).toBe(result);
		expect(status()).toBe(ends);
	});

	it('never moves back where the channel has another order', async () => {
		const channel = here.sandbox.marketo.world.channels.find(({ name }) => name === 'Webinar');
		const onDemand = channel?.progressionStatuses.find(({ name }) => name === 'Attended On-demand');
		onDemand!.step = 35;
		await sync(here, [stay(ADA, { status: 'noShow' })]);
		const [told] = outcomes(await sync(here, [stay(ADA, { status: 'attendedOnDemand' })]));
		expect(told).toMatchObject({ result: 'skipped', reason: 'statusWouldMoveBack' });
		expect(status()).toBe('No Show');
	});

	it('keeps a link and a code of its own, and gets those of the platform where it has none', async () => {
		await sync(here, [stay(ADA)]);
		const member = memberOf(here, ADA);
		expect(member.registrationCode).toBe(`id-${ADA}`);
		member.webinarUrl = 'https://partner.example/own';
		member.registrationCode = null;
		await sync(here, [stay(ADA)]);
		expect(memberOf(here, ADA)).toMatchObject({
			webinarUrl: 'https://partner.example/own',
			registrationCode: `id-${ADA}`,
		});
	});

	it('gets no link with the option off, and none of a webinar without registration', async () => {
		await sync(here, [stay(ADA)], { options: { fillWebinarUrl: false } });
		expect(memberOf(here, ADA)).toMatchObject({ webinarUrl: null, registrationCode: null });
		await sync(here, [stay(ADA, { registration: null })]);
		expect(memberOf(here, ADA)).toMatchObject({ webinarUrl: null, registrationCode: null });
	});
});

describe('who is left out', () => {
	it.each([
		['does not say whether they came', { status: 'unknown' }, 'deferred', 'reportNotReady'],
		[
			'says that the report was not ready',
			{ changes: { reason: 'reportNotReady' } },
			'deferred',
			'reportNotReady',
		],
		[
			'says that the webinar never started',
			{ status: 'unknown', changes: { reason: 'neverStarted' } },
			'skipped',
			'neverStarted',
		],
		[
			'is the one of a webinar nobody joined',
			{ changes: { email: '', reason: 'nobodyAttended' } },
			'skipped',
			'nobodyAttended',
		],
		['is of a panelist', { role: 'panelist' }, 'skipped', 'roleExcluded'],
		[
			'waits for approval and did not come',
			{ status: 'noShow', registration: 'pending' },
			'skipped',
			'pendingApproval',
		],
		[
			'was denied and did not come',
			{ status: 'noShow', registration: 'denied' },
			'skipped',
			'previouslyDenied',
		],
		['has no address', { changes: { email: '' } }, 'skipped', 'noEmail'],
		[
			'has an address that is none',
			{ changes: { email: 'ada@nowhere' } },
			'skipped',
			'invalidEmail',
		],
		[
			'has an address that Marketo does not take',
			{ changes: { email: 'ädа@example.com' } },
			'skipped',
			'nonAsciiEmail',
		],
		[
			'does not say which session it is of',
			{ changes: { webinar: {} } },
			'failed',
			'vendorRejected',
		],
	] as const)('an item that %s', async (_, told, result, reason) => {
		const before = here.sandbox.marketo.leads.size;
		const here_ = await sync(here, [stay(ADA, told)]);
		expect(outcomes(here_)).toMatchObject([{ result, reason }]);
		expect(outcomes(here_)[0]?.retryAt === null).toBe(result !== 'deferred');
		expect(here.sandbox.marketo.leads.size).toBe(before);
	});

	it('nobody who was denied or pending and came all the same', async () => {
		const items = ['pending', 'denied'].map((registration) =>
			stay(`${registration}@example.com`, { registration }),
		);
		expect(outcomes(await sync(here, items)).map(({ result }) => result)).toEqual([
			'synced',
			'synced',
		]);
	});

	it('no-shows of a webinar nobody joined are no-shows', async () => {
		const item = stay(ADA, { status: 'noShow', changes: { reason: 'nobodyAttended' } });
		expect(outcomes(await sync(here, [item]))).toMatchObject([{ result: 'synced' }]);
		expect(status()).toBe('No Show');
	});

	it('people at excluded domains, and panelists only without the role', async () => {
		const items = [stay('a@rival.example'), stay(ADA, { role: 'panelist' })];
		const options = { excludedDomains: 'rival.example', roles: ['attendee', 'panelist'] };
		expect(outcomes(await sync(here, items, { options }))).toMatchObject([
			{ reason: 'excludedDomain' },
			{ result: 'synced' },
		]);
	});

	it('who stayed too short, or counts as a no-show by option', async () => {
		const options = { minimumSeconds: 900 };
		const short = stay(ADA, { seconds: 899 });
		expect(outcomes(await sync(here, [short], { options }))).toMatchObject([
			{ result: 'skipped', reason: 'belowThreshold' },
		]);
		const asNoShow = { options: { minimumPercent: 60, treatBelowThreshold: 'noShow' } };
		await sync(here, [short], asNoShow);
		expect(status()).toBe('No Show');
	});

	it('of several items of one person all but the longest stay', async () => {
		const items = [
			stay(ADA, { status: 'noShow', sessionId: 'a' }),
			stay(ADA, { seconds: 60, sessionId: 'b' }),
			stay(` ${ADA.toUpperCase()}`, { seconds: 1200, sessionId: 'c' }),
			stay(ADA, { status: 'attendedOnDemand', sessionId: 'd' }),
		];
		const told = outcomes(await sync(here, items));
		expect(told.map(({ reason }) => reason)).toEqual(['duplicate', 'duplicate', null, 'duplicate']);
		expect(status()).toBe('Attended');
	});
});

describe('no-shows who are not members', () => {
	const leftOut = { options: { noShowsNotMembers: 'leaveOut' } };

	it('are added, unless the option leaves them out; then nobody is created for them', async () => {
		const noShow = stay(ADA, { status: 'noShow' });
		const told = outcomes(await sync(here, [noShow, stay('ben@example.com')], leftOut));
		expect(told).toMatchObject([{ result: 'skipped', reason: 'notAMember' }, { result: 'synced' }]);
		expect(here.sandbox.marketo.leadsByEmail(ADA)).toEqual([]);
		await sync(here, [noShow]);
		expect(status()).toBe('No Show');
	});

	it('are left out as well where Marketo knows them, and members are not', async () => {
		await sync(here, [stay(ADA), stay('ben@example.com')]);
		here.sandbox.marketo.members.delete(`${PROGRAM}:${leadOf(here, ADA).id}`);
		memberOf(here, 'ben@example.com').statusName = 'Registered';
		const items = [ADA, 'ben@example.com'].map((email) => stay(email, { status: 'noShow' }));
		expect(outcomes(await sync(here, items, leftOut))).toMatchObject([
			{ result: 'skipped', reason: 'notAMember' },
			{ result: 'synced' },
		]);
	});
});

it('with known people left as they are, a second run writes nothing at all', async () => {
	const options = { knownPeople: 'leave', engagement: 'activities' };
	const items = [stay(ADA, { engagement: { pollsAnswered: 1 } }), stay('ben@example.com')];
	await sync(here, items, { options });
	here.sandbox.books.clear();
	const told = outcomes(await sync(here, items, { options }));
	expect(told.map(({ result }) => result)).toEqual(['unchanged', 'unchanged']);
	expect(here.sandbox.books.writes('marketo')).toEqual([]);
});

describe('what the node is told', () => {
	it('member fields of any expression are written beside the status', async () => {
		here.sandbox.marketo.world.memberFields.minutes = {
			displayName: 'Minutes',
			dataType: 'integer',
		};
		const parameters = {
			memberFields: {
				mappingMode: 'defineBelow',
				value: {
					minutes: '={{ Math.round($json.attendance.attendedSeconds / 60) }}',
					dietaryNeeds: '={{ $json.engagement?.level }}',
				},
			},
		};
		const items = [stay(ADA, { engagement: { level: 'high' } })];
		await sync(here, items, { parameters });
		expect(memberOf(here, ADA).fields).toEqual({ minutes: 30, dietaryNeeds: 'high' });
		expect(outcomes(await sync(here, items, { parameters }))).toMatchObject([
			{ result: 'unchanged' },
		]);
	});

	it('people of any other source come by Map Each Field', async () => {
		const columns = {
			email: '={{ $json.Mail }}',
			attendanceStatus: '={{ $json.Came }}',
			attendedSeconds: '={{ $json.Seconds }}',
			webinarId: '900',
			topic: 'Product update',
			startTime: '2026-03-02 10:00',
			endTime: '2026-03-02 11:00',
			joinLink: '={{ $json.Link }}',
		};
		const parameters = {
			mapData: 'manual',
			fields: { mappingMode: 'defineBelow', value: columns },
		};
		const rows = [
			{ Mail: ADA, Came: 'attended', Seconds: '1800', Link: 'https://x.example/1' },
			{ Mail: 'ben@example.com', Came: 'attendedOnDemand', Seconds: '', Link: '' },
			{ Mail: 'eve@example.com', Came: 'perhaps', Seconds: '', Link: '' },
		];
		const told = outcomes(await sync(here, rows, { parameters }));
		expect(told.map(({ result }) => result)).toEqual(['synced', 'synced', 'failed']);
		expect(memberOf(here, ADA)).toMatchObject({
			statusName: 'Attended',
			webinarUrl: 'https://x.example/1',
		});
		expect(memberOf(here, 'ben@example.com').statusName).toBe('Attended On-demand');
	});

	it('statuses chosen by hand take the place of those of their names', async () => {
		const value = { attended: 'Attended On-demand', noShow: '' };
		const parameters = {
			statuses: 'manual',
			statusFields: { mappingMode: 'defineBelow', value },
		};
		const items = [stay(ADA), stay('ben@example.com', { status: 'noShow' })];
		const told = outcomes(await sync(here, items, { parameters }));
		expect(status()).toBe('Attended On-demand');
		expect(told[1]).toMatchObject({ result: 'skipped', reason: 'unknownStatus' });
	});

	it('the program may be the one that is connected to the webinar', async () => {
		const token = (value: string) => ({ type: 'text', value });
		here.sandbox.marketo.programs.get(PROGRAM)!.tokens = {
			'Webinar Platform': token('zoom'),
			'Webinar ID': token('900'),
			'Webinar Program ID': token(String(PROGRAM)),
		};
		const byWebinar = { __rl: true, mode: 'webinar', value: '={{ $json.webinar?.webinarId }}' };
		await sync(here, [stay(ADA)], { parameters: { program: byWebinar } });
		expect(status()).toBe('Attended');
	});

	it('a preview reads, says what would be, and changes nothing', async () => {
		here.sandbox.books.clear();
		const items = [stay(ADA, { engagement: { pollsAnswered: 2 } }), stay('ben@example.com')];
		const options = { engagement: 'activities' };
		const result = await sync(here, items, { options, parameters: { preview: true } });
		expect(outcomes(result)).toMatchObject([
			{ result: 'synced', preview: true, steps: { activities: { message: '1 activity' } } },
			{ result: 'synced', preview: true },
		]);
		expect(here.sandbox.books.writes('marketo')).toEqual([]);
		expect(summaries(result)).toMatchObject([{ preview: true }]);
		await sync(here, items, { options });
		expect(activitiesOf(here, ADA)).toHaveLength(1);
	});
});
