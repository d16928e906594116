import { stage, type Stage } from '../../support/world';
import { expectBySpec } from '../support/specs';
import { apiCalls, attendeesOf, zoomFault, zoomNode } from '../support/zoom';

const MEETING = 85_263_712_340;
const UNKNOWN = 99_999_999_999;

let here: Stage;
beforeEach(async () => {
	here = await stage();
	const { world } = here.sandbox.zoom;
	world.meetings = [
		{
			id: MEETING,
			hostId: world.users[0]!.id,
			topic: 'Stand-up',
			startTime: here.story.main.startTime,
		},
	];
});
afterEach(async () => {
	await here.close();
	expectBySpec(here.sandbox);
});

describe.each(['report', 'past'])('from the source %s', (source) => {
	test.each(['latest', 'all'])('the ID of a meeting is told to be one (%s)', async (session) => {
		const { error, outputs } = await zoomNode(here, attendeesOf(MEETING, { source, session }));
		expect(error?.message).toBe(`${MEETING} is the ID of a meeting, not of a webinar`);
		expect(error?.description).toContain('Choose a webinar');
		expect(outputs.flat()).toEqual([]);
	});

	test('an ID that Zoom does not know at all is that', async () => {
		const { error } = await zoomNode(here, attendeesOf(UNKNOWN, { source }));
		expect(error?.message).toMatch(/does not know this webinar/);
	});
});

test('continue: the reason is notAWebinar', async () => {
	const { outputs } = await zoomNode(here, attendeesOf(MEETING), {
		onError: 'continueRegularOutput',
	});
	expect(outputs[0]!.map(({ json }) => json.details)).toEqual([
		expect.objectContaining({ reason: 'notAWebinar' }),
	]);
});

test('without the scope for meetings it is an unknown webinar, not an error of its own', async () => {
	const { world } = here.sandbox.zoom;
	world.scopes = world.scopes.filter((scope) => !scope.startsWith('meeting:'));
	const { error } = await zoomNode(here, attendeesOf(MEETING));
	expect(error?.message).toMatch(/does not know this webinar/);
});

test('nothing is asked about meetings where the webinar is known', async () => {
	zoomFault(here, { match: /registrants$/, fault: { kind: 'status', status: 404 } });
	const { error } = await zoomNode(here, attendeesOf(here.story.main.webinarId));
	expect(error).toBeNull();
	expect(apiCalls(here).filter((call) => call.startsWith('GET /meetings/'))).toEqual([]);
});
