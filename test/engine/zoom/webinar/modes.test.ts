import { stage } from '../../support/world';
import { byId, inAHurry, jsons, zoomFault, zoomNode } from '../support/zoom';
import { describeModes } from './modes';
import { newWebinar, onWebinar, stateOf } from './support';

const UNKNOWN = 99_999_999_999;

describeModes('webinar:create', {
	parameters: {
		resource: 'webinar',
		operation: 'create',
		host: byId('={{ $json.host }}'),
		topic: '={{ $json.topic }}',
		schedule: 'recurringNoFixedTime',
		settings: {},
	},
	good: (here, index) => ({ host: here.story.main.hostEmail, topic: `Good ${index}` }),
	bad: () => ({ host: 'nobody@example.com', topic: 'Bad' }),
	isDone: (here, { topic }) =>
		here.sandbox.zoom.world.webinars.some((webinar) => webinar.topic === topic),
	scope: 'webinar:write:webinar:admin',
});

describeModes('webinar:update', {
	parameters: onWebinar('webinar', 'update', { updateFields: { topic: 'Changed' }, settings: {} }),
	good: (here) => ({ webinarId: newWebinar(here).id }),
	bad: () => ({ webinarId: UNKNOWN }),
	isDone: (here, { webinarId }) => stateOf(here, webinarId)!.topic === 'Changed',
	scope: 'webinar:update:webinar:admin',
});

describeModes('webinar:delete', {
	parameters: onWebinar('webinar', 'delete'),
	good: (here) => ({ webinarId: newWebinar(here).id }),
	bad: (here) => ({ webinarId: newWebinar(here, { eventsWebinar: true }).id }),
	isDone: (here, { webinarId }) => stateOf(here, webinarId) === undefined,
	scope: 'webinar:delete:webinar:admin',
});

describeModes('webinar:setQuestions', {
	parameters: onWebinar('webinar', 'setQuestions', {
		standardQuestions: { question: [{ fieldName: 'org', required: true }] },
	}),
	good: (here) => ({ webinarId: newWebinar(here).id }),
	bad: (here) => ({ webinarId: newWebinar(here, { approvalType: 2 }).id }),
	isDone: (here, { webinarId }) => stateOf(here, webinarId)!.questions?.questions.length === 1,
	scope: 'webinar:update:registration_question:admin',
});

test('what concerns everybody after something was written ends as outcomes, and nothing is lost', async () => {
	await inAHurry();
	const here = await stage({ registrants: 20 });
	const first = newWebinar(here);
	const items = [first, newWebinar(here), newWebinar(here)].map(({ id }) => ({ webinarId: id }));
	// The sign-in ends in the middle: every token is refused from the second webinar on.
	const match = new RegExp(`^GET /webinars/${items[1]!.webinarId}$`);
	zoomFault(here, { match, fault: { kind: 'status', status: 401 }, times: 5 });
	const parameters = onWebinar('webinar', 'update', {
		updateFields: { topic: 'Done' },
		settings: {},
	});
	const { outputs, error } = await zoomNode(here, parameters, { items });
	expect(error).toBeNull();
	expect(jsons(outputs[0]).map(({ outcome }) => outcome)).toEqual([
		expect.objectContaining({ result: 'synced' }),
		expect.objectContaining({ result: 'failed', reason: 'permissionMissing' }),
		expect.objectContaining({ result: 'failed', reason: 'permissionMissing' }),
	]);
	expect(first.topic).toBe('Done');
	await here.close();
});
