import type { IDataObject } from 'n8n-workflow';

import type { StorySession } from '../../../story/contract';
import { MARKETO_PROGRAMS } from '../../../story';
import { expectedMarketo, marketoDifferences, type MarketoExpectation } from '../../../truth';
import { expectBySpec } from '../specs';
import { attendeesOf, zoomNode } from '../../zoom/support/zoom';
import { stage, type Stage } from '../../support/world';
import { outcomes, summaries, sync, writes } from './support';

let here: Stage;
beforeEach(async () => {
	here = await stage();
});
afterEach(async () => {
	expectBySpec(here.sandbox);
	await here.close();
});

const WITH_ACTIVITIES = { engagement: 'activities' };

/** What Zoom's Get attendees returns of a session. */
async function attendees(session: StorySession, texts: boolean): Promise<IDataObject[]> {
	const options = { includeEngagement: true, includeTexts: texts };
	const { outputs, error } = await zoomNode(
		here,
		attendeesOf(session.webinarId, { session: 'one', sessionId: session.sessionUuid, options }),
	);
	if (error !== null) throw new Error(error.message);
	return outputs[0]!.map(({ json }) => json);
}

async function syncInto(program: number, items: IDataObject[]) {
	const byId = { __rl: true, mode: 'id', value: String(program) };
	return await sync(here, items, { options: WITH_ACTIVITIES, parameters: { program: byId } });
}

function expectationOf(session: StorySession, texts: boolean): MarketoExpectation {
	const registrants = here.story.world.zoom.webinars.flatMap((webinar) => webinar.registrants);
	return expectedMarketo(session, {
		leads: here.story.world.marketo?.leads ?? [],
		joinLinks: new Map(registrants.map(({ id, join_url }) => [id, join_url])),
		texts,
	});
}

describe.each([
	['with the texts of answers', true],
	['with numbers alone', false],
])('the story from Zoom to Marketo, %s', (_, texts) => {
	it('ends with everybody as the people themselves say it', async () => {
		const { main } = here.story;
		const before = structuredClone([...here.sandbox.marketo.members.values()]);
		const expectation = expectationOf(main, texts);
		const items = await attendees(main, texts);
		const result = await syncInto(MARKETO_PROGRAMS.main, items);
		const told = outcomes(result);
		expect(told).toHaveLength(items.length);
		expect(
			marketoDifferences(expectation, MARKETO_PROGRAMS.main, here.sandbox.marketo, before),
		).toEqual([]);
		expect(told.filter((outcome) => outcome.result === 'synced')).toHaveLength(
			expectation.members.length,
		);
		const reasons = told.flatMap(({ result: one, reason }) =>
			one === 'skipped' || one === 'failed' ? [reason] : [],
		);
		expect(reasons.sort()).toEqual([...expectation.leftOut.values()].sort());
		expect(summaries(result)).toHaveLength(expectation.leftOut.size > 0 ? 2 : 1);
	});

	it('is the same after it was told twice more', async () => {
		const { main } = here.story;
		const before = structuredClone([...here.sandbox.marketo.members.values()]);
		const items = await attendees(main, texts);
		await syncInto(MARKETO_PROGRAMS.main, items);
		here.sandbox.books.clear();
		for (const _run of [1, 2]) {
			const told = outcomes(await syncInto(MARKETO_PROGRAMS.main, [...items].reverse()));
			expect(told.filter(({ result }) => result === 'synced')).toEqual([]);
		}
		expect(new Set(writes(here))).toEqual(new Set(['POST /rest/v1/leads.json']));
		expect(
			marketoDifferences(
				expectationOf(main, texts),
				MARKETO_PROGRAMS.main,
				here.sandbox.marketo,
				before,
			),
		).toEqual([]);
	});
});

it('no-shows who view the recording days later move on, and nobody else', async () => {
	const { main } = here.story;
	const items = await attendees(main, false);
	const told = outcomes(await syncInto(MARKETO_PROGRAMS.main, items));
	const isLate = (item: IDataObject, index: number) =>
		item.attendanceStatus === 'noShow' && told[index]?.result === 'synced' && index % 2 === 0;
	const late = items.filter(isLate).map(({ email }) => String(email));
	expect(late.length).toBeGreaterThan(3);
	const onDemand = items.map((item, index) =>
		isLate(item, index) ? { ...item, attendanceStatus: 'attendedOnDemand' } : item,
	);
	const again = outcomes(await syncInto(MARKETO_PROGRAMS.main, onDemand));
	expect(again.filter(({ result }) => result === 'synced')).toHaveLength(late.length);
	const statuses = [...here.sandbox.marketo.members.values()]
		.filter(({ programId }) => programId === MARKETO_PROGRAMS.main)
		.map(({ statusName }) => statusName);
	expect(statuses.filter((name) => name === 'Attended On-demand')).toHaveLength(late.length);
	for (const email of late) {
		const { id } = here.sandbox.marketo.leadsByEmail(email)[0]!;
		const member = here.sandbox.marketo.memberOf(MARKETO_PROGRAMS.main, id);
		expect(member?.statusName).toBe('Attended On-demand');
	}
});
