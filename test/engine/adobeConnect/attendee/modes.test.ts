import type { INodeParameters } from 'n8n-workflow';

import { EVENT, EVENT_ROOM, MEETING_ROOM } from '../../../sandbox/adobeConnect/testing/ids';
import type { NodeRun } from '../../support/runNode';
import type { Stage } from '../../support/world';
import { getAttendees, people, smallStage } from './support';

let here: Stage;
beforeAll(async () => {
	here = await smallStage();
});
afterAll(async () => await here.close());

const eachOwn: INodeParameters = {
	webinar: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
};

async function run(ids: string[], onError?: NodeRun['onError']) {
	const items = ids.map((id) => ({ id }));
	return await getAttendees(here, '', eachOwn, { items, ...(onError && { onError }) });
}

test('several webinars in one run: each person is linked to the item of theirs', async () => {
	const { outputs } = await run([EVENT, MEETING_ROOM]);
	const own = new Set(
		outputs[0]!.map(({ json, pairedItem }) =>
			JSON.stringify([(json.webinar as { webinarId: string }).webinarId, pairedItem]),
		),
	);
	expect(own).toEqual(
		new Set([JSON.stringify([EVENT, { item: 0 }]), JSON.stringify([MEETING_ROOM, { item: 1 }])]),
	);
});

test('one that fails ends the run where nothing else is set', async () => {
	const { error, outputs } = await run([EVENT, '99999']);
	expect(error?.message).toContain('99999');
	expect(error?.description).not.toBe('');
	expect(outputs.flat()).toEqual([]);
});

test('Continue: the others come out, and the failed one as an item with its error', async () => {
	const { error, outputs } = await run(['99999', EVENT], 'continueRegularOutput');
	expect(error).toBeNull();
	const [failed, ...others] = outputs[0]!;
	expect(failed).toMatchObject({ pairedItem: { item: 0 } });
	expect(String(failed!.json.error)).toContain('99999');
	expect(others.length).toBeGreaterThan(3);
});

test('Error Output: it comes out there', async () => {
	const { error, outputs } = await run(['99999', EVENT], 'continueErrorOutput');
	expect(error).toBeNull();
	expect(outputs).toHaveLength(3);
	expect(outputs[2]).toHaveLength(1);
	expect(String(outputs[2]![0]!.json.error)).toContain('99999');
	expect(outputs[0]!.length).toBeGreaterThan(3);
});

test('all fail: stop, continue, error output', async () => {
	expect((await run(['99998', '99999'])).error?.message).toContain('99998');
	expect((await run(['99998', '99999'], 'continueRegularOutput')).outputs[0]).toHaveLength(2);
	expect((await run(['99998', '99999'], 'continueErrorOutput')).outputs[2]).toHaveLength(2);
});

test('as a tool of an AI agent: figures and the first 20 people, and what is not ready in the same place', async () => {
	const { outputs } = await getAttendees(here, EVENT, {}, { asTool: true });
	expect(JSON.stringify(outputs[0])).toContain('"attended":3');
	expect(JSON.stringify(outputs[0])).toContain('"noShows":2');
	const held = here.sandbox.adobeConnect.room(EVENT_ROOM).held![0]!;
	const { end } = held;
	held.end = null;
	const waiting = await getAttendees(here, EVENT, {}, { asTool: true });
	held.end = end;
	expect(JSON.stringify(waiting.outputs[0])).toContain('reportNotReady');
	expect(people(await getAttendees(here, EVENT)).length).toBe(5);
});
