import { runNode } from '../support/runNode';
import { stage, type Stage } from '../support/world';
import { itemsOf } from './support';

let here: Stage;
beforeAll(async () => {
	here = await stage({ registrants: 60 }, { participationDelayMs: 0 });
});
afterAll(async () => await here.close());

test('as a tool: figures of everybody and 20 people, those first who need something done', async () => {
	const items = itemsOf(here, here.story.main);
	const { outputs, error } = await runNode({
		type: 'hubSpotWebinar',
		parameters: {
			resource: 'attendance',
			operation: 'sync',
			options: { readBackAfter: 0 },
		},
		items,
		credentials: here.hubspot,
		asTool: true,
	});
	expect(error).toBeNull();
	expect(outputs[0]).toHaveLength(1);
	const summary = outputs[0]![0]!.json;
	const counts = ['synced', 'unchanged', 'skipped', 'deferred', 'failed'];
	expect(counts.reduce((sum, name) => sum + Number(summary[name]), 0)).toBe(items.length);
	expect(summary).toMatchObject({
		people: items.length,
		preview: false,
		notShown: items.length - 20,
	});
	const shown = summary.shown as Array<{ result: string; repair: string }>;
	expect(shown).toHaveLength(20);
	expect(shown[0]?.result).toBe('skipped');
	expect(shown.map(({ result }) => result)).toEqual(
		shown.map(({ result }) => result).sort((a, b) => a.localeCompare(b)),
	);
	expect(JSON.stringify(summary).length).toBeLessThan(8000);
});
