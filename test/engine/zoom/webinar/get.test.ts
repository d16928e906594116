import { stage, type Stage } from '../../support/world';
import { connected, OAUTH2 } from '../credentials/connect';
import {
	byId,
	getManyWebinars,
	getWebinar,
	inAHurry,
	jsons,
	zoomFault,
	zoomNode,
} from '../support/zoom';
import { checkedBooks, newSeries, newWebinar, outcomes, creation, raw, stateOf } from './support';

const MEETING = 81_234_567_892;

let here: Stage;
beforeAll(async () => {
	await inAHurry();
	here = await stage({ registrants: 20 });
	const { world } = here.sandbox.zoom;
	const startTime = new Date(here.sandbox.now()).toISOString();
	world.meetings = [{ id: MEETING, hostId: world.users[0]!.id, topic: 'Daily', startTime }];
});
afterAll(async () => {
	checkedBooks(here);
	await here.close();
});
beforeEach(() => {
	checkedBooks(here);
	here.sandbox.clearFaults();
});

describe('Get', () => {
	test('has the settings that matter, and no link or passcode that lets people in', async () => {
		const { id } = newWebinar(here, {
			passcode: 'FAKE-pass',
			approvalType: 1,
			settings: { practice_session: true, auto_recording: 'cloud' },
		});
		const { outputs } = await zoomNode(here, getWebinar(id));
		expect(jsons(outputs[0])).toEqual([
			expect.objectContaining({
				webinarId: String(id),
				settings: expect.objectContaining({
					schedule: 'once',
					registration: 'manual',
					practiceSession: true,
					autoRecording: 'cloud',
				}) as object,
				occurrences: [],
			}),
		]);
		expect(JSON.stringify(outputs)).not.toMatch(/zak=|FAKE-pass/);
	});

	test('raw is what Zoom answers', async () => {
		const { id } = newWebinar(here);
		expect(await raw(here, id)).toMatchObject({ id, start_url: expect.any(String) as string });
	});

	test('a series with its dates, and one of them', async () => {
		const series = newSeries(here, 1);
		const second = series.occurrences![1]!;
		const whole = jsons((await zoomNode(here, getWebinar(series.id))).outputs[0])[0]!;
		expect(whole.occurrences).toHaveLength(2);
		expect(whole).toMatchObject({ occurrenceId: '', settings: { schedule: 'recurring' } });
		const one = { ...getWebinar(series.id), occurrence: byId(second.occurrence_id) };
		expect(jsons((await zoomNode(here, one)).outputs[0])[0]).toMatchObject({
			occurrenceId: second.occurrence_id,
			scheduledStartTime: second.start_time,
			sessionId: '',
		});
	});

	test.each([true, false])('a meeting is told apart (simplify: %s)', async (simplify) => {
		const { error } = await zoomNode(here, { ...getWebinar(MEETING), simplify });
		expect(error?.message).toBe(`${MEETING} is the ID of a meeting, not of a webinar`);
	});

	test.each([/^GET \/webinars\/\d+$/, /^GET \/report\//])(
		'gets over trouble at %s',
		async (match) => {
			for (const fault of [
				{ kind: 'status', status: 500 },
				{ kind: 'status', status: 401 },
				{ kind: 'status', status: 429, policy: 'QPS' },
				{ kind: 'cutBefore' },
				{ kind: 'html' },
			] as const) {
				zoomFault(here, { match, fault });
				const { outputs, error } = await zoomNode(here, getWebinar(here.story.main.webinarId));
				expect(error).toBeNull();
				expect(jsons(outputs[0])[0]).toMatchObject({ sessionId: here.story.main.sessionUuid });
			}
		},
	);

	test('registration links are told apart, with what to do', async () => {
		const value = 'https://us02web.zoom.us/webinar/register/WN_juM2BGyLQMyQ_ZrqiGRhLg';
		// By an expression, which the editor cannot check.
		const webinar = { __rl: true, mode: 'url', value: `={{ "${value}" }}` };
		const { error } = await zoomNode(here, { ...getWebinar(1), webinar });
		expect(error?.message).toBe('A registration link does not contain the webinar ID');
		expect(error?.description).toContain('join link');
		expect(here.sandbox.books.calls('zoom')).toEqual([]);
	});
});

describe('Get many', () => {
	const many = (changes = {}) => getManyWebinars({ which: 'upcoming', ...changes });

	test('of all hosts: those without a webinar licence have none', async () => {
		const { users } = here.sandbox.zoom.world;
		const [one, other] = users.filter((user) => user.webinarLicence);
		const ids = [one!, other!].map((user) => newWebinar(here, { hostId: user.id }).id);
		const { outputs, error } = await zoomNode(here, many({ hosts: 'all' }));
		expect(error).toBeNull();
		const found = jsons(outputs[0]);
		expect(found).toEqual(
			expect.arrayContaining([
				expect.objectContaining({ webinarId: String(ids[0]), hostEmail: one!.email.toLowerCase() }),
				expect.objectContaining({
					webinarId: String(ids[1]),
					hostEmail: other!.email.toLowerCase(),
				}),
			]),
		);
		const limited = await zoomNode(here, many({ hosts: 'all', returnAll: false, limit: 1 }));
		expect(limited.outputs[0]).toHaveLength(1);
	});

	test('webinars of Zoom Events only where that is chosen', async () => {
		const { id } = newWebinar(here, { eventsWebinar: true });
		const host = byId(here.story.main.hostEmail);
		const ids = async (options: object): Promise<unknown[]> =>
			jsons((await zoomNode(here, many({ host, options }))).outputs[0]).map((one) => one.webinarId);
		expect(await ids({})).not.toContain(String(id));
		expect(await ids({ includeEvents: true })).toContain(String(id));
	});

	test('more than a page: every webinar once', async () => {
		const { users } = here.sandbox.zoom.world;
		const hostId = users.filter((user) => user.webinarLicence).at(-1)!;
		const added = Array.from({ length: 650 }, () => newWebinar(here, { hostId: hostId.id }).id);
		const { outputs } = await zoomNode(here, many({ host: byId(hostId.email) }));
		const ids = jsons(outputs[0]).map(({ webinarId }) => Number(webinarId));
		expect(new Set(ids).size).toBe(ids.length);
		expect(added.every((id) => ids.includes(id))).toBe(true);
	});
});

describe('with OAuth2', () => {
	test('an empty host is who signed in', async () => {
		const zoom = { [OAUTH2]: await connected(here) };
		const { id } = newWebinar(here);
		const parameters = getManyWebinars({ which: 'upcoming', host: byId('') });
		const { outputs, error } = await zoomNode(
			{ zoom },
			{ ...parameters, authentication: 'oAuth2' },
		);
		expect(error).toBeNull();
		expect(jsons(outputs[0]).map(({ webinarId }) => webinarId)).toContain(String(id));
		const paths = here.sandbox.books.calls('zoom').map(({ path }) => path);
		expect(paths).toContain('/users/me/webinars');
	});

	test('a webinar without the admin-only report is still shown', async () => {
		const zoom = { [OAUTH2]: await connected(here) };
		const { main } = here.story;
		const { outputs, error } = await zoomNode(
			{ zoom },
			{ ...getWebinar(main.webinarId), authentication: 'oAuth2' },
		);
		expect(error).toBeNull();
		expect(jsons(outputs[0])).toEqual([
			expect.objectContaining({ topic: main.topic, sessionId: '', startTime: null }),
		]);
	});

	test('creation for oneself', async () => {
		const zoom = { [OAUTH2]: await connected(here) };
		// A scope that is added later is in the next token.
		here.sandbox.zoom.world.generalApp!.scopes.push('webinar:write:webinar');
		here.sandbox.zoom.revokeTokens();
		const parameters = { ...creation(here, { host: byId('') }), authentication: 'oAuth2' };
		const result = await zoomNode({ zoom }, parameters, { items: [{ topic: 'Mine' }] });
		expect(outcomes(result)).toEqual([expect.objectContaining({ action: 'created' })]);
		expect(stateOf(here, outcomes(result)[0]!.recordId)!.topic).toBe('Mine');
	});
});
