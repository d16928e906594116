import { stage, type Stage } from '../../support/world';
import { expectBySpec } from '../support/specs';
import { zoomNode } from '../support/zoom';
import { add, newWebinar, people, registered, registrantOperation } from './support';

let here: Stage;
beforeAll(async () => {
	here = await stage({ registrants: 10 });
});
afterAll(async () => {
	expectBySpec(here.sandbox);
	await here.close();
});

test('as a tool: figures of everybody and 20 people, those first who need something done', async () => {
	const { id } = newWebinar(here, { registrants: [registered('person24@example.com', 'denied')] });
	const items = [...people(25), { email: 'nameless@example.com', firstName: '' }];
	const { outputs, error } = await add(here, id, items, {}, { asTool: true });
	expect(error).toBeNull();
	expect(outputs[0]).toHaveLength(1);
	const summary = outputs[0]![0]!.json;
	expect(summary).toMatchObject({
		people: 26,
		synced: 24,
		unchanged: 0,
		skipped: 1,
		deferred: 0,
		failed: 1,
		preview: false,
		notShown: 6,
	});
	const shown = summary.shown as Array<{ email: string; reason: string; repair: string }>;
	expect(shown.slice(0, 2)).toMatchObject([
		{ email: 'nameless@example.com', reason: 'missingFirstName' },
		{ email: 'person24@example.com', reason: 'previouslyDenied' },
	]);
	expect(shown[0]?.repair).not.toBe('');
	expect(JSON.stringify(summary).length).toBeLessThan(8000);
});

test('as a tool: an approval', async () => {
	const { id } = newWebinar(here, { registrants: [registered('ann@example.com', 'pending')] });
	const parameters = registrantOperation('updateStatus', id, {
		registrantId: 'ann@example.com',
		newStatus: 'approve',
	});
	const { outputs } = await zoomNode(here, parameters, { asTool: true });
	expect(outputs[0]![0]!.json).toMatchObject({ people: 1, synced: 1, failed: 0 });
});
