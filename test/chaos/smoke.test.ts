import type { IDataObject } from 'n8n-workflow';

import type { Outcome } from '../../nodes/shared/model/outcome';
import { outcomes, sync } from '../engine/hubspot/support';
import { runNode } from '../engine/support/runNode';
import { stage, type Stage } from '../engine/support/world';
import { attendeesOf } from '../engine/zoom/support/zoom';
import type { Fault } from '../sandbox/contract';
import { differences, expectedAttendees, expectedHubSpot } from '../truth';

/**
 * The main job while the vendors misbehave: throttling, overload, connections cut before and after a
 * write took effect, gateway pages. Whatever happens, nobody is lost, nobody is doubled, and after
 * the faults one more run brings HubSpot to exactly the expected state.
 */
const FAULTS: Fault[] = [
	{ kind: 'status', status: 429, policy: 'TEN_SECONDLY_ROLLING' },
	{ kind: 'status', status: 500 },
	{ kind: 'status', status: 503 },
	{ kind: 'cutBefore' },
	{ kind: 'cutAfter' },
	{ kind: 'html' },
];

/** Tokens are n8n's own business; n8n does not ask for one again when the answer was lost. */
const NOT_TOKENS = /^(?!POST \/oauth)/;

async function attendees(here: Stage): Promise<IDataObject[]> {
	const { webinarId, sessionUuid } = here.story.main;
	const parameters = attendeesOf(webinarId, { sessionId: sessionUuid });
	const { outputs, error } = await runNode({
		type: 'zoomWebinar',
		parameters,
		credentials: here.zoom,
	});
	expect(error).toBeNull();
	return outputs[0]!.map(({ json }) => json);
}

async function written(here: Stage, items: IDataObject[]): Promise<Outcome[]> {
	return outcomes(await sync(here, items, { onError: 'continueRegularOutput' }));
}

describe.each([101, 202])('seed %i', (seed) => {
	let here: Stage;
	beforeAll(async () => {
		here = await stage(
			{ seed, registrants: 150 },
			{
				participationDelayMs: 0,
				randomFaults: { seed, rate: 0.2, faults: FAULTS, match: NOT_TOKENS },
			},
		);
	});
	afterAll(async () => await here.close());

	test('everybody comes out once, and a calm second run completes the rest', async () => {
		const items = await attendees(here);
		expect(items).toHaveLength(expectedAttendees(here.story.main).length);

		const stormy = await written(here, items);
		expect(stormy).toHaveLength(items.length);
		const faulted = here.sandbox.books.entries.filter(({ fault }) => fault !== undefined);
		expect(faulted.length).toBeGreaterThan(0);

		here.sandbox.clearFaults();
		const calm = await written(here, items);
		expect(calm.filter(({ result }) => result === 'failed' || result === 'deferred')).toEqual([]);
		const expectation = expectedHubSpot([here.story.main], {
			zoomAccountId: here.story.world.zoom.accountId,
		});
		expect(differences(expectation, here.sandbox.hubspot)).toEqual([]);

		here.sandbox.books.clear();
		const again = await written(here, items);
		expect(again.filter(({ result }) => result === 'synced')).toEqual([]);
		expect(here.sandbox.books.writes('hubspot')).toEqual([]);
	});
});
