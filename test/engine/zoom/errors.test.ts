import type { INodeParameters } from 'n8n-workflow';

import { expectedAttendees } from '../../truth';
import type { NodeRunResult } from '../support/runNode';
import { stage, type Stage } from '../support/world';
import {
	apiCalls,
	attendeesOf,
	byId,
	getManyWebinars,
	getWebinar,
	expectEverybodyOf,
	inAHurry,
	mainAttendees,
	tokenCalls,
	zoomFault,
	zoomNode,
} from './support/zoom';

const CREDENTIAL = 'zoomWebinarServerToServerOAuth2Api';

let here: Stage;
beforeAll(inAHurry);
beforeEach(async () => {
	here = await stage();
});
afterEach(async () => await here.close());

/** The stage with other values in the credential. */
function signedInWith(changes: Record<string, string>): Pick<Stage, 'zoom'> {
	return { zoom: { [CREDENTIAL]: { ...here.zoom[CREDENTIAL], ...changes } } };
}

const fault = (rule: Parameters<typeof zoomFault>[1]) => zoomFault(here, rule);
const attendees = async (on: Pick<Stage, 'zoom'> = here) => await mainAttendees(here, on);
const expectEverybody = (run: NodeRunResult) => expectEverybodyOf(here, run);

describe('one clear error that says what to mend', () => {
	test.each(['clientSecret', 'clientId', 'accountId'])('a wrong %s', async (field) => {
		const { error } = await attendees(signedInWith({ [field]: 'FAKE-not-the-right-one' }));
		expect(error).toMatchObject({
			message: expect.stringContaining('Zoom refused the sign-in') as string,
			description: expect.stringContaining('App Credentials page') as string,
			httpCode: '401',
		});
		expect(apiCalls(here)).toEqual([]);
	});

	test('a secret that became wrong while a token was stored', async () => {
		expectEverybody(await attendees());
		here.sandbox.zoom.revokeTokens();
		here.sandbox.zoom.world.clientSecret = 'FAKE-rotated';
		here.sandbox.books.clear();
		const { error } = await attendees();
		expect(error?.message).toContain('Zoom refused the sign-in');
		expect(tokenCalls(here)).toBe(1);
	});

	test('a missing scope, by its name', async () => {
		const { world } = here.sandbox.zoom;
		world.scopes = world.scopes.filter((scope) => !scope.includes('list_registrants'));
		const { error } = await attendees();
		expect(error?.message).toMatch(/lacks a scope.*webinar:read:list_registrants:admin/);
		expect(error?.description).toMatch(/Scopes page/);
	});

	test('an unknown webinar', async () => {
		for (const parameters of [attendeesOf(99_999_999_999), getWebinar(99_999_999_999)]) {
			const { error } = await zoomNode(here, parameters);
			expect(error?.message).toMatch(/does not know this webinar.*99999999999/);
			expect(error?.description).toMatch(/webinar ID.*account/);
		}
	});

	test('an ID that cannot be one, before anything is sent', async () => {
		const { error } = await zoomNode(here, attendeesOf('={{ "../users" }}'));
		expect(error?.message).toContain('"../users" is not one of Zoom\'s');
		expect(here.sandbox.books.calls('zoom')).toEqual([]);
	});

	test('a host without webinar licence', async () => {
		const { users, webinars } = here.sandbox.zoom.world;
		const unlicensed = users.find(({ webinarLicence }) => !webinarLicence)!;
		const host = { __rl: true, mode: 'id', value: unlicensed.email };
		webinars.find(({ id }) => id === here.story.main.webinarId)!.hostId = unlicensed.id;
		for (const parameters of [
			getManyWebinars({ which: 'upcoming', host }),
			attendeesOf(here.story.main.webinarId),
		]) {
			const { error } = await zoomNode(here, parameters);
			expect(error?.message).toMatch(/no webinar licence.*Webinar plan is missing/);
			expect(error?.description).toContain('licence to the host');
		}
	});

	test('an account whose plan has no reports', async () => {
		here.sandbox.zoom.world.plan = 'free';
		const { error } = await attendees();
		expect(error?.message).toMatch(/plan of the Zoom account.*Only available for Paid/);
	});

	test('a session of another webinar, whose people would all be no-shows', async () => {
		const { main, earlier } = here.story;
		const { error, outputs } = await zoomNode(
			here,
			attendeesOf(main.webinarId, { session: 'one', sessionId: earlier.sessionUuid }),
		);
		expect(error?.message).toBe(
			`The session belongs to the webinar ${earlier.webinarId}, not to ${main.webinarId}`,
		);
		expect(outputs.flat()).toEqual([]);
	});

	test("an address that is not Zoom's is no webinar without a report", async () => {
		const on = signedInWith({ apiUrl: `${here.sandbox.url}/elsewhere` });
		const { main } = here.story;
		const { error, outputs } = await zoomNode(on, attendeesOf(main.webinarId), {
			items: [{ webinar: { sessionId: main.sessionUuid, endTime: main.endTime } }],
		});
		expect(error?.message).toMatch(/address is not one of Zoom's API/);
		expect(error?.description).toContain('Base URL');
		expect(outputs.flat()).toEqual([]);
	});

	test.each([
		['http://gateway.example.com', 'custom'],
		['https://user:word@gateway.example.com', 'custom'],
	])('the Base URL %s', async (baseUrl, region) => {
		const { error } = await attendees(signedInWith({ baseUrl, region }));
		expect(error?.message).toContain('Base URL');
	});
});

describe('without registration', () => {
	test('attendees come and there is no error', async () => {
		const { noRegistration } = here.story;
		const { outputs, error } = await zoomNode(here, attendeesOf(noRegistration.webinarId));
		expect(error).toBeNull();
		expect(outputs[0]).toHaveLength(expectedAttendees(noRegistration).length);
	});

	test('a webinar of which Zoom no longer tells whether people registered', async () => {
		const { webinarId } = here.story.noRegistration;
		fault({
			match: new RegExp(`GET /webinars/${webinarId}$`),
			fault: { kind: 'status', status: 404 },
		});
		const { outputs, error, hints } = await zoomNode(here, attendeesOf(webinarId));
		expect(error).toBeNull();
		expect(outputs[0]!.length).toBeGreaterThan(0);
		expect(hints.map(({ message }) => message).join()).toContain('no-shows are unknown');
	});
});

describe('engagement without its scopes', () => {
	test('is left out with a hint, and nobody is lowered by it', async () => {
		const { world } = here.sandbox.zoom;
		world.scopes = world.scopes.filter((scope) => !/polls|qna|survey/.test(scope));
		const { outputs, error, hints } = await attendees();
		expect(error).toBeNull();
		expect(hints).toHaveLength(3);
		const levels = outputs[0]!.map(({ json }) => (json.engagement as { level: string }).level);
		expect(new Set(levels)).toEqual(new Set(['unknown']));
	});
});

describe('secrets', () => {
	test.each<[string, () => void, INodeParameters | undefined]>([
		['when all is well', () => undefined, undefined],
		[
			'after a refusal',
			() => fault({ match: /participants$/, fault: { kind: 'status', status: 400 } }),
			undefined,
		],
		[
			'after a broken connection',
			() => fault({ match: /participants$/, fault: { kind: 'cutBefore' }, times: 9 }),
			undefined,
		],
		[
			'after a refused token',
			() => fault({ match: /webinars/, fault: { kind: 'status', status: 401 }, times: 9 }),
			undefined,
		],
		['with a wrong field', () => undefined, { webinar: byId('={{ "nonsense" }}') }],
	])('are nowhere in items, hints and errors %s', async (_, prepare, changes) => {
		prepare();
		const parameters = attendeesOf(here.story.main.webinarId, changes);
		const result = await zoomNode(here, parameters);
		const { clientSecret, webhookSecretToken } = here.story.world.zoom;
		const stored = here.zoom[CREDENTIAL]!.oauthTokenData as { access_token?: string } | undefined;
		const basic = Buffer.from(`${here.story.world.zoom.clientId}:${clientSecret}`).toString(
			'base64',
		);
		const secrets = [clientSecret, webhookSecretToken, basic];
		if (stored?.access_token) secrets.push(stored.access_token);
		const { run, ...rest } = result;
		const failure = run.data.resultData.error;
		const seen = [JSON.stringify(rest), JSON.stringify(run), String(failure?.stack)].join('\n');
		for (const secret of secrets) expect(seen.includes(secret)).toBe(false);
		expect(changes !== undefined || stored?.access_token !== undefined).toBe(true);
	});
});
