import { stage, type Stage } from '../../support/world';
import { outcomes } from '../support';
import {
	add,
	audioItem,
	contactIds,
	customOf,
	only,
	putEvent,
	recordingItem,
	transcriptItem,
} from './stage';

let here: Stage;
beforeEach(async () => {
	here = await stage({ registrants: 60 }, { participationDelayMs: 0 });
	here.sandbox.hubspot.world.searchDelayMs = 0;
});
afterEach(async () => await here.close());

describe('an answer that gets lost', () => {
	it.each([
		['of a call', /POST \S*\/calls$/],
		['of a note', /POST \S*\/notes$/],
		['of an association', /POST .*associate\/default/],
		['of the marketing event', /PATCH .*marketing-events/],
		['of a new property', /POST .*properties.*batch\/create/],
	])('%s is looked for before anything is sent again', async (_, match) => {
		// The search shows a new record only after a while.
		here.sandbox.hubspot.world.searchDelayMs = 150;
		const attended = contactIds(here, 2);
		putEvent(here, { attended });
		here.sandbox.addFault({ vendor: 'hubspot', match, fault: { kind: 'cutAfter' } });
		const items = [recordingItem(here), transcriptItem(here, 'Ada: Hello')];
		const told = outcomes(await add(here, items));
		expect(told.map(({ result }) => result)).toEqual(['synced', 'synced']);
		expect(only(here.sandbox.hubspot.calls).contacts.size).toBe(2);
		expect(only(here.sandbox.hubspot.notes).contacts.size).toBe(2);
	});

	it('of a call that nobody can find is uncertain; the next run finds it', async () => {
		here.sandbox.hubspot.world.searchDelayMs = 60_000;
		putEvent(here, { attended: contactIds(here, 1) });
		const match = /POST \S*\/calls$/;
		here.sandbox.addFault({ vendor: 'hubspot', match, fault: { kind: 'cutAfter' } });
		const options = { readBackAfter: 0 };
		const [told] = outcomes(await add(here, [recordingItem(here)], { options }));
		expect(told).toMatchObject({ result: 'failed', reason: 'uncertain' });
		here.sandbox.advance(61_000);
		const [again] = outcomes(await add(here, [recordingItem(here)], { options }));
		expect(again?.result).toBe('synced');
		expect(only(here.sandbox.hubspot.calls).contacts.size).toBe(1);
	});

	it('before the call was made leaves it to the next run', async () => {
		putEvent(here, { attended: contactIds(here, 1) });
		const match = /POST \S*\/calls$/;
		here.sandbox.addFault({ vendor: 'hubspot', match, fault: { kind: 'cutBefore' } });
		const [told] = outcomes(await add(here, [recordingItem(here)]));
		expect(told).toMatchObject({ result: 'failed', reason: 'uncertain' });
		expect(here.sandbox.hubspot.calls.size).toBe(0);
		const [again] = outcomes(await add(here, [recordingItem(here)]));
		expect(again).toMatchObject({ result: 'synced', action: 'created' });
	});
});

describe('a call that a person has deleted', () => {
	it('is made again', async () => {
		putEvent(here, { attended: contactIds(here, 1) });
		await add(here, [recordingItem(here)]);
		only(here.sandbox.hubspot.calls).archivedAt = new Date().toISOString();
		const [told] = outcomes(await add(here, [recordingItem(here)]));
		expect(told).toMatchObject({ result: 'synced', action: 'created' });
		expect(here.sandbox.hubspot.calls.size).toBe(2);
	});
});

describe('another webinar at the same moment', () => {
	it('is another call', async () => {
		putEvent(here, { attended: contactIds(here, 1) });
		const otherId = '99887766';
		putEvent(
			here,
			{ attended: contactIds(here, 1) },
			{ objectId: '777002', externalEventId: otherId },
		);
		const other = recordingItem(here);
		other.webinar = { ...(other.webinar as object), webinarId: otherId };
		await add(here, [recordingItem(here)], { options: { eventProperty: false } });
		await add(here, [other], { options: { eventProperty: false } });
		expect(here.sandbox.hubspot.calls.size).toBe(2);
	});
});

describe('what the marketing event remembers', () => {
	it('of a newer version of this package stays as it is', async () => {
		const event = putEvent(here, { attended: contactIds(here, 1) });
		await add(here, [recordingItem(here)]);
		const newer = '{"version":2,"sessions":{}}';
		event.fields.customProperties = [{ name: 'n8n_webinar_recording_calls', value: newer }];
		const [told] = outcomes(await add(here, [recordingItem(here)]));
		expect(told).toMatchObject({ result: 'failed' });
		expect(told?.message).toContain('newer version');
		expect(customOf(event).n8n_webinar_recording_calls).toBe(newer);
	});

	it('is made anew where a person has changed it', async () => {
		const event = putEvent(here, { attended: contactIds(here, 1) });
		await add(here, [recordingItem(here)]);
		const before = customOf(event).n8n_webinar_recording_calls;
		event.fields.customProperties = [{ name: 'n8n_webinar_recording_calls', value: 'oops' }];
		await add(here, [recordingItem(here)]);
		expect(here.sandbox.hubspot.calls.size).toBe(1);
		expect(customOf(event).n8n_webinar_recording_calls).toBe(before);
	});
});

describe('properties of marketing events', () => {
	it('that may not be made: the scope and the way out are named, and nothing is written', async () => {
		const { world } = here.sandbox.hubspot;
		world.scopes = world.scopes.filter((scope) => scope !== 'crm.schemas.contacts.write');
		putEvent(here, { attended: contactIds(here, 1) });
		const result = await add(here, [recordingItem(here)]);
		expect(result.error?.message).toContain('crm.schemas.contacts.write');
		expect(result.error?.description).toContain('Write to Marketing Event');
		expect(here.sandbox.hubspot.calls.size).toBe(0);
		const options = { eventProperty: false };
		const [told] = outcomes(await add(here, [recordingItem(here)], { options }));
		expect(told?.result).toBe('synced');
	});

	it('that are missing and not to be made are named', async () => {
		putEvent(here, { attended: contactIds(here, 1) });
		const options = { createMissingProperties: false };
		const result = await add(here, [recordingItem(here)], { options });
		expect(result.error?.message).toContain('n8n_webinar_recording_url');
		expect(result.error?.description).toContain('Set Up Properties');
	});
});

describe('in equals out', () => {
	const mixed = () => [
		recordingItem(here),
		{ nonsense: true },
		audioItem(here),
		{ ...recordingItem(here), recording: null },
	];

	it('whatever the items hold', async () => {
		putEvent(here, { attended: contactIds(here, 1) });
		const result = await add(here, mixed());
		const told = outcomes(result);
		expect(told.map((outcome) => outcome.result)).toEqual(['synced', 'failed', 'synced', 'failed']);
		expect(result.outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual(
			[0, 1, 2, 3].map((item) => ({ item })),
		);
	});

	it('on the error output', async () => {
		putEvent(here, { attended: contactIds(here, 1) });
		const result = await add(here, mixed(), {
			onError: 'continueErrorOutput',
			options: { whenPeopleFail: 'errorOutput' },
		});
		const counts = result.outputs.map((items) => items.length);
		expect(counts[0]).toBe(2);
		expect(counts.at(-1)).toBe(2);
	});

	it('when HubSpot refuses everything and the node is set to continue', async () => {
		here.sandbox.addFault({
			vendor: 'hubspot',
			match: /./,
			fault: { kind: 'status', status: 429, policy: 'DAILY' },
			times: 99,
		});
		const result = await add(here, mixed(), { onError: 'continueRegularOutput' });
		expect(outcomes(result)).toHaveLength(4);
		expect(outcomes(result).filter(({ result: each }) => each === 'synced')).toEqual([]);
	});

	it('with a daily limit in the middle: deferred, and the next run does the rest', async () => {
		putEvent(here, { attended: contactIds(here, 1) });
		here.sandbox.addFault({
			vendor: 'hubspot',
			match: /associate\/default/,
			fault: { kind: 'status', status: 429, policy: 'DAILY' },
		});
		const [told] = outcomes(await add(here, [recordingItem(here)]));
		expect(told).toMatchObject({ result: 'deferred', reason: 'dailyLimit' });
		expect(told?.recordId).toBe(only(here.sandbox.hubspot.calls).id);
		const [again] = outcomes(await add(here, [recordingItem(here)]));
		expect(again).toMatchObject({ result: 'synced', action: 'updated' });
		expect(only(here.sandbox.hubspot.calls).contacts.size).toBe(1);
	});

	it('for an AI agent: figures and the first ones', async () => {
		putEvent(here, { attended: contactIds(here, 1) });
		const result = await add(here, mixed(), { asTool: true });
		expect(result.outputs[0]?.[0]?.json).toMatchObject({ people: 4, synced: 2, failed: 2 });
	});
});
