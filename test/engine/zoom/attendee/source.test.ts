import type { AttendeeItem } from '../../../../nodes/shared/model/attendance';
import type { StorySession } from '../../../story/contract';
import { expectedAttendees } from '../../../truth';
import { stage, type Stage } from '../../support/world';
import { connected, OAUTH2 } from '../credentials/connect';
import { expectBySpec } from '../support/specs';
import { apiCalls, attendeesOf, jsons, zoomNode } from '../support/zoom';

let here: Stage;
beforeEach(async () => {
	here = await stage();
});
afterEach(async () => {
	await here.close();
	expectBySpec(here.sandbox);
});

const EVERYBODY = ['attended', 'noShow', 'panelist', 'host'];

/** What the trigger tells of a session. */
const told = ({ sessionUuid, startTime, endTime }: StorySession) => ({
	webinar: { sessionId: sessionUuid, startTime, endTime },
});

/** Everything of a person that does not hang on the survey or on the shape of the source. */
function facts(items: AttendeeItem[]): string[] {
	return items
		.map(({ email, firstName, lastName, attendanceStatus, registrant, attendance, engagement }) =>
			JSON.stringify({
				email,
				name: `${firstName} ${lastName}`,
				attendanceStatus,
				registrantId: registrant?.registrantId,
				attendance,
				level: engagement.level,
				polls: engagement.pollsAnswered,
				questions: engagement.questionsAsked,
			}),
		)
		.sort();
}

async function people(session: StorySession, source: string): Promise<AttendeeItem[]> {
	const { outputs, error } = await zoomNode(
		here,
		attendeesOf(session.webinarId, {
			source,
			session: 'one',
			sessionId: session.sessionUuid,
			peopleToReturn: EVERYBODY,
		}),
		{ items: [told(session)] },
	);
	expect(error).toBeNull();
	return outputs[0]!.map(({ json }) => json as AttendeeItem);
}

describe('both sources', () => {
	test.each(['main', 'earlier', 'noRegistration', 'nobody'] as const)(
		'tell the same people of the session %s',
		async (name) => {
			const session = here.story[name];
			const [report, past] = [await people(session, 'report'), await people(session, 'past')];
			expect(facts(past)).toEqual(facts(report));
			expect(report.length).toBeGreaterThan(0);
			expect(past[0]!.webinar).toEqual(report[0]!.webinar);
		},
	);

	test('differ in the survey, which only the reports tell', async () => {
		const { main } = here.story;
		const [report, past] = [await people(main, 'report'), await people(main, 'past')];
		expect(report.some(({ engagement }) => engagement.surveyAnswered)).toBe(true);
		expect(past.some(({ engagement }) => engagement.surveyAnswered)).toBe(false);
		expect(past[0]!.engagement.basis).toEqual(['duration', 'polls', 'questions']);
	});

	test('say of a webinar that was never held that it never started', async () => {
		for (const source of ['report', 'past']) {
			const { outputs } = await zoomNode(
				here,
				attendeesOf(here.story.neverStarted.webinarId, { source }),
			);
			expect(new Set(jsons(outputs[0]).map(({ reason }) => reason))).toEqual(
				new Set(['neverStarted']),
			);
			expect(outputs[0]).toHaveLength(expectedAttendees(here.story.neverStarted).length);
		}
	});
});

describe('past webinars', () => {
	test('need no report scope, and read no report', async () => {
		const { world } = here.sandbox.zoom;
		world.scopes = world.scopes.filter((scope) => !scope.startsWith('report:'));
		const { main } = here.story;
		const { outputs, error, hints } = await zoomNode(
			here,
			attendeesOf(main.webinarId, { source: 'past' }),
		);
		expect(error).toBeNull();
		expect(hints).toEqual([]);
		expect(outputs[0]).toHaveLength(expectedAttendees(main).length);
		expect(apiCalls(here).filter((call) => call.includes('/report/'))).toEqual([]);
	});

	test('without the trigger: the end is the last leave, and everybody has their status', async () => {
		const { main } = here.story;
		const { outputs } = await zoomNode(here, attendeesOf(main.webinarId, { source: 'past' }));
		const items = outputs[0]!.map(({ json }) => json as AttendeeItem);
		const status = (rows: Array<{ email: string; attendanceStatus: string }>): string[] =>
			rows.map(({ email, attendanceStatus }) => `${email} ${attendanceStatus}`).sort();
		expect(status(items)).toEqual(status(expectedAttendees(main)));
		const { webinar } = items[0]!;
		const late = Date.parse(webinar.endTime!) - Date.parse(main.endTime);
		// People hang up within 90 seconds.
		expect(late).toBeGreaterThanOrEqual(0);
		expect(late).toBeLessThanOrEqual(90_000);
		expect(webinar).toMatchObject({ startTime: main.startTime, sessionId: main.sessionUuid });
	});

	test('a session of another webinar is an error, and nobody a no-show', async () => {
		const { main, earlier } = here.story;
		const { outputs, error } = await zoomNode(
			here,
			attendeesOf(main.webinarId, {
				source: 'past',
				session: 'one',
				sessionId: earlier.sessionUuid,
			}),
			{ items: [told(earlier)] },
		);
		expect(error?.message).toBe(
			`The session ${earlier.sessionUuid} does not belong to the webinar ${main.webinarId}`,
		);
		expect(outputs.flat()).toEqual([]);
	});
});

describe('past webinars right after the end', () => {
	let late: Stage;
	beforeEach(async () => {
		late = await stage({ reportDelayMinutes: 30 });
	});
	afterEach(async () => await late.close());

	test('Not Ready, then with durations of 0 too, then everybody', async () => {
		const { main } = late.story;
		const run = async () => await zoomNode(late, attendeesOf(main.webinarId, { source: 'past' }));
		expect(jsons((await run()).outputs[1])).toEqual([
			expect.objectContaining({ reason: 'reportNotReady' }),
		]);
		late.sandbox.advance(12 * 60_000);
		expect((await run()).outputs[1]).toHaveLength(1);
		late.sandbox.advance(20 * 60_000);
		expect((await run()).outputs[0]).toHaveLength(expectedAttendees(main).length);
	});
});

describe('a missing scope of one source names the other one', () => {
	test.each([
		['report', 'report:read:webinar:admin', 'Past Webinars'],
		['report', 'report:read:list_webinar_participants:admin', 'Past Webinars'],
		['past', 'webinar:read:list_past_instances:admin', 'Reports'],
		['past', 'webinar:read:list_past_participants:admin', 'Reports'],
	])('%s without %s', async (source, scope, other) => {
		const { world } = here.sandbox.zoom;
		world.scopes = world.scopes.filter((one) => one !== scope);
		const { error, outputs } = await zoomNode(
			here,
			attendeesOf(here.story.main.webinarId, { source }),
		);
		expect(error?.message).toMatch(new RegExp(`lacks a scope.*${scope}`));
		expect(error?.description).toMatch(new RegExp(`Scopes page.*Or choose ${other} as Source`));
		expect(outputs.flat()).toEqual([]);
	});

	test('polls and Q&A are left out with a hint instead', async () => {
		const { world } = here.sandbox.zoom;
		world.scopes = world.scopes.filter((scope) => !/past_polls|past_qa/.test(scope));
		const { outputs, hints } = await zoomNode(
			here,
			attendeesOf(here.story.main.webinarId, { source: 'past' }),
		);
		expect(outputs[0]).toHaveLength(expectedAttendees(here.story.main).length);
		expect(hints).toHaveLength(2);
	});
});

describe('with a General app of one user, which has no report scopes', () => {
	const scopes = [
		'webinar:read:webinar',
		'webinar:read:list_registrants',
		'webinar:read:list_panelists',
		'webinar:read:list_past_instances',
		'webinar:read:list_past_participants',
		'webinar:read:list_past_polls',
		'webinar:read:past_qa',
	];

	const run = async (source: string) => {
		const credential = await connected(here);
		const { zoom } = here.sandbox;
		// The user agrees to the scopes that the app has then; n8n renews the token on the next 401.
		zoom.world.generalApp!.scopes = scopes;
		zoom.revokeTokens();
		return await zoomNode(
			{ zoom: { [OAUTH2]: credential } },
			{ ...attendeesOf(here.story.main.webinarId, { source }), authentication: 'oAuth2' },
		);
	};

	test('past webinars tell everybody of the own webinar', async () => {
		const { outputs, error, hints } = await run('past');
		expect(error).toBeNull();
		expect(hints).toEqual([]);
		expect(outputs[0]).toHaveLength(expectedAttendees(here.story.main).length);
	});

	test('reports name what is missing and the other source', async () => {
		const { error } = await run('report');
		expect(error?.message).toMatch(/lacks a scope.*report:read:webinar:admin/);
		expect(error?.description).toContain('Or choose Past Webinars as Source');
	});
});
