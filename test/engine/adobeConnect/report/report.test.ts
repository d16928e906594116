import type { INodeParameters } from 'n8n-workflow';

import { adobeIds, type StorySession } from '../../../story';
import { expectedAttendees, expectedFigures, pollVoters } from '../../../truth';
import {
	expectAttendanceOf,
	expectFiguresOf,
	reports,
	rowsOf,
	type Report,
} from '../../support/report';
import { runNode, type NodeRun, type NodeRunResult } from '../../support/runNode';
import { validatorOf } from '../../support/schema';
import { stage, type Stage } from '../../support/world';
import { zoomNode } from '../../zoom/support/zoom';
import { reportOf } from '../../zoom/report/support';

let here: Stage;
beforeAll(async () => {
	here = await stage();
});
afterAll(async () => await here.close());

async function report(
	webinarId: string,
	parameters: INodeParameters = {},
	changes: Partial<NodeRun> = {},
): Promise<NodeRunResult> {
	return await runNode({
		type: 'adobeConnect',
		credentials: here.adobeConnect,
		parameters: { ...reportOf(webinarId), ...parameters },
		...changes,
	});
}

const eventOf = (session: StorySession): string => adobeIds(session, 'event').webinarId;

async function eventReport(session: StorySession): Promise<Report> {
	return reports(await report(eventOf(session)))[0]!;
}

describe('an event', () => {
	test('gives the figures of the people of the story, at every moment', async () => {
		const { main } = here.story;
		const found = await eventReport(main);
		// What people did who did not register, the report of the event does not tell.
		const { engagement: _, ...expected } = expectedFigures(main);
		expect(found.figures).toMatchObject(expected);
		expectAttendanceOf(main, found.figures);
		const { high, medium, low, unknown } = found.figures.engagement;
		expect(high + medium + low + unknown).toBe(expected.attended);
		expect(rowsOf(found.people)).toHaveLength(
			expectedAttendees(main, ['attendee', 'panelist', 'host']).length,
		);
	});

	test('counts each answer to a poll once, though two reports tell of it', async () => {
		const { figures } = await eventReport(here.story.main);
		expect(figures.polls.map(({ people }) => people).sort()).toEqual(
			pollVoters(here.story.main).sort(),
		);
	});

	test('gives the questions of those who registered, with their names', async () => {
		const { main } = here.story;
		const asked = main.people
			.filter(({ registeredAt }) => registeredAt !== null)
			.reduce((sum, { questionsAsked }) => sum + questionsAsked, 0);
		const { figures, page } = await eventReport(main);
		expect(figures.questions?.asked).toBe(asked);
		expect(page!.match(/class="asked"/g)).toHaveLength(asked);
		expect(figures.questions!.list.every(({ askedBy }) => askedBy !== null)).toBe(true);
	});

	test.each([
		['nobody', 'nobodyAttended'],
		['neverStarted', 'neverStarted'],
	] as const)('%s: one report that says so', async (name, reason) => {
		const found = await eventReport(here.story[name]);
		expect(found.reason).toBe(reason);
		expectFiguresOf(here.story[name], found);
		expect(found.page).toContain('class="callout"');
	});

	test.each(['main', 'nobody'] as const)(
		'%s: the same figures as from Zoom, but for what one of them does not tell',
		async (name) => {
			const session = here.story[name];
			const same = ({ figures }: Report): unknown => {
				const { polls, questions, surveys, engagement, onDemand, filesDownloaded, ...rest } =
					figures;
				const untold = [polls, questions, surveys, engagement, onDemand, filesDownloaded];
				return untold.length > 0 && rest;
			};
			const one = { session: 'one', sessionId: session.sessionUuid };
			const [zoom] = reports(await zoomNode(here, reportOf(session.webinarId, one)));
			expect(same(await eventReport(session))).toEqual(same(zoom!));
			expect(Object.keys((await eventReport(session)).figures)).toEqual(Object.keys(zoom!.figures));
		},
	);
});

test('a room without registration has no show-up rate', async () => {
	const session = here.story.noRegistration;
	const [found] = reports(await report(adobeIds(session, 'meeting').webinarId));
	expect(found!.figures).toMatchObject({
		...{ registered: null, noShows: null, showUpRate: null },
		attended: expectedFigures(session).attended,
	});
	expect(found!.page).toMatch(/no registration|not told/);
});

test('continue and error output: what fails is an item with its error', async () => {
	const webinar = { __rl: true, mode: 'id', value: '={{ $json.id }}' };
	const items = [{ id: '99999' }, { id: eventOf(here.story.main) }];
	const regular = await report('', { webinar }, { items, onError: 'continueRegularOutput' });
	expect(regular.outputs[0]!.map(({ json }) => 'error' in json)).toEqual([true, false]);
	const routed = await report('', { webinar }, { items, onError: 'continueErrorOutput' });
	expect(routed.outputs.map((output) => output.length)).toEqual([1, 0, 1]);
	const { error } = await report('', { webinar }, { items });
	expect(error?.message).toContain('99999');
});

test('an agent gets figures alone', async () => {
	const { outputs } = await report(eventOf(here.story.main), {}, { asTool: true });
	const [item, ...more] = outputs[0]!;
	expect(more).toEqual([]);
	expect(item!.binary).toBeUndefined();
	expect(item!.json).toMatchObject({ figures: { registered: 200 } });
	expect(JSON.stringify(item!.json).length).toBeLessThan(8000);
});

test('items are what their schema says', async () => {
	const validate = validatorOf('AdobeConnect/__schema__/v1.0.0/webinar/report.json');
	for (const session of [here.story.main, here.story.nobody]) {
		const { outputs } = await report(eventOf(session));
		validate(outputs[0]![0]!.json);
		expect(validate.errors ?? []).toEqual([]);
	}
});

test('while somebody is in the room, the whole input comes out on Not Ready', async () => {
	const { main } = here.story;
	const held = here.sandbox.adobeConnect.room(adobeIds(main, 'event').roomId).held!.at(-1)!;
	const { end } = held;
	held.end = null;
	const early = await report(eventOf(main), {}, { items: [{ mine: 'kept' }] });
	held.end = end;
	expect(early.outputs[0]).toEqual([]);
	expect(early.outputs[1]!.map(({ json }) => json)).toEqual([
		expect.objectContaining({ mine: 'kept', reason: 'reportNotReady' }),
	]);
});
