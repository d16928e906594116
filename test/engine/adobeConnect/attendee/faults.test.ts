import { EVENT, MEETING_ROOM, SEMINAR_ROOM } from '../../../sandbox/adobeConnect/testing/ids';
import type { Fault } from '../../../sandbox/contract';
import type { NodeRunResult } from '../../support/runNode';
import type { Stage } from '../../support/world';
import { inAHurry } from '../support/run';
import { actions, EVERYBODY, getAttendees, smallStage } from './support';

/**
 * Every action that Get Attendees calls, met by every fault. The actions are read from the calls of a calm run,
 * so that one that is added later is tested without a change here.
 */
const PASSING: Array<[string, Fault]> = [
	['a lost session', { kind: 'adobeError', code: 'no-access', subcode: 'no-login' }],
	['an internal error', { kind: 'adobeError', code: 'internal-error' }],
	['503', { kind: 'status', status: 503 }],
	['a connection cut before the answer', { kind: 'cutBefore' }],
	['half an answer', { kind: 'truncated' }],
];

const LASTING: Array<[string, Fault, RegExp]> = [
	['an internal error', { kind: 'adobeError', code: 'internal-error' }, /internal/i],
	['no connection', { kind: 'cutBefore' }, /could not be reached/],
	['503', { kind: 'status', status: 503 }, /overloaded or down/],
	['a page instead of XML', { kind: 'html' }, /web page/],
];

let here: Stage;
beforeAll(inAHurry);
beforeAll(async () => {
	here = await smallStage();
});
afterAll(async () => await here.close());

const WEBINARS = [EVENT, SEMINAR_ROOM, MEETING_ROOM];

async function run(webinarId: string): Promise<NodeRunResult> {
	here.sandbox.adobeConnect.calls.length = 0;
	return await getAttendees(here, webinarId, { peopleToReturn: EVERYBODY });
}

function items({ outputs, error }: NodeRunResult): unknown[] {
	expect(error).toBeNull();
	expect(outputs[1]).toEqual([]);
	return outputs[0]!.map(({ json }) => json);
}

const fault = (action: string, what: Fault, times = 1): void =>
	here.sandbox.addFault({
		vendor: 'adobeConnect',
		match: new RegExp(`action=${action}\\b(?!-)`),
		fault: what,
		times,
	});

test.each(WEBINARS)(
	'webinar %s: each action, each fault once, and everybody comes out',
	async (id) => {
		const calm = items(await run(id));
		const asked = actions(here);
		for (const action of new Set(asked)) {
			for (const [name, what] of PASSING) {
				fault(action, what);
				expect([action, name, items(await run(id))]).toEqual([action, name, calm]);
			}
		}
	},
);

test.each(WEBINARS)(
	'webinar %s: each action, each fault for ever is one clear error',
	async (id) => {
		await run(id);
		for (const action of new Set(actions(here))) {
			for (const [name, what, words] of LASTING) {
				fault(action, what, 9);
				const { error, outputs } = await run(id);
				expect([action, name, error?.message]).toEqual([
					action,
					name,
					expect.stringMatching(words),
				]);
				expect(error?.description).not.toBe('');
				expect(outputs.flat()).toEqual([]);
				here.sandbox.clearFaults();
			}
		}
	},
);
