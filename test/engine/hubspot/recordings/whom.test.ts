import type { IDataObject } from 'n8n-workflow';

import { onceCalled } from '../../support/onceCalled';
import { stage, type Stage } from '../../support/world';
import { outcomes } from '../support';
import { add, contactIds, customOf, only, putEvent, recordingItem, SHARE_URL } from './stage';

let here: Stage;
beforeEach(async () => {
	here = await stage({ registrants: 60 }, { participationDelayMs: 0 });
	here.sandbox.hubspot.world.searchDelayMs = 0;
});
afterEach(async () => await here.close());

const whom = () => [...only(here.sandbox.hubspot.calls).contacts.keys()];

describe('a recording is shown', () => {
	it('to all pages of attendees', async () => {
		const attended = [...contactIds(here, 40)];
		const { hubspot } = here.sandbox;
		for (let count = 0; count < 210; count += 1) {
			const id = String(9_000_000 + count);
			const email = `more${count}@example.com`;
			hubspot.contacts.set(id, { id, email, additionalEmails: [], properties: {} });
			attended.push(id);
		}
		putEvent(here, { attended });
		await add(here, [recordingItem(here)]);
		expect(new Set(whom())).toEqual(new Set(attended));
	});

	it('to those who registered, when asked to', async () => {
		const [first = '', second = '', third = ''] = contactIds(here, 3);
		putEvent(here, { attended: [first], registered: [first, second] });
		await add(here, [recordingItem(here)], { parameters: { associateWith: 'registrants' } });
		expect(whom().sort()).toEqual([first, second].sort());
		expect(whom()).not.toContain(third);
	});

	it('to the contacts that the items name, and says when none of them exists', async () => {
		const [first = '', second = ''] = contactIds(here, 2);
		putEvent(here, { attended: [first] });
		const parameters = { associateWith: 'items' };
		const [gone] = outcomes(
			await add(here, [{ ...recordingItem(here), contactIds: '404' }], { parameters }),
		);
		expect(gone).toMatchObject({ result: 'failed' });
		expect(gone?.message).toContain('None of the contacts');
		await add(here, [{ ...recordingItem(here), contactIds: [second] }], { parameters });
		expect(whom()).toEqual([second]);
	});

	it('to nobody, where there is no marketing event either', async () => {
		const [told] = outcomes(
			await add(here, [recordingItem(here)], { parameters: { associateWith: 'nobody' } }),
		);
		expect(told).toMatchObject({ result: 'synced', action: 'created' });
		expect(told?.steps.event).toMatchObject({ result: 'skipped' });
		expect(whom()).toEqual([]);
	});

	it('not to contacts at excluded domains and their subdomains', async () => {
		const [first = '', second = ''] = contactIds(here, 2);
		here.sandbox.hubspot.contacts.get(first)!.email = 'ada@mail.rival.example';
		putEvent(here, { attended: [first, second] });
		const options = { excludedDomains: 'rival.example' };
		const [told] = outcomes(await add(here, [recordingItem(here)], { options }));
		expect(whom()).toEqual([second]);
		expect(told?.message).toContain('1 contact at excluded domains');
	});

	it('to nobody at all where all are at excluded domains: then nothing is made', async () => {
		const [first = ''] = contactIds(here, 1);
		here.sandbox.hubspot.contacts.get(first)!.email = 'ada@rival.example';
		putEvent(here, { attended: [first] });
		const options = { excludedDomains: 'rival.example' };
		const [told] = outcomes(await add(here, [recordingItem(here)], { options }));
		expect(told).toMatchObject({ result: 'skipped', reason: 'excludedDomain' });
		expect(here.sandbox.hubspot.calls.size).toBe(0);
	});

	it('to the others when a contact disappears meanwhile', async () => {
		const [first = '', second = ''] = contactIds(here, 2);
		const event = putEvent(here, { attended: [first, second] });
		const participations = event.activities;
		await add(here, [recordingItem(here)], { parameters: { preview: true } });
		// Deleted between the reading of the participations and the association.
		here.sandbox.addFault({
			vendor: 'hubspot',
			match: /POST .*associate\/default/,
			fault: { kind: 'cutBefore' },
		});
		onceCalled(
			here.sandbox,
			() => here.sandbox.hubspot.calls.size > 0,
			() => here.sandbox.hubspot.contacts.delete(first),
		);
		const [told] = outcomes(await add(here, [recordingItem(here)]));
		expect(participations).toHaveLength(2);
		expect(told?.result).toBe('synced');
		expect(told?.message).toContain('1 refused');
		expect(whom()).toContain(second);
	});
});

describe('a webinar', () => {
	it('that nobody attended has nobody to show its recording to', async () => {
		putEvent(here, { attended: [], registered: contactIds(here, 2) });
		const [told] = outcomes(await add(here, [recordingItem(here)]));
		expect(told).toMatchObject({ result: 'skipped', reason: 'nobodyAttended' });
		expect(here.sandbox.hubspot.calls.size).toBe(0);
	});

	it.each([
		['whose attendance is not there yet', true],
		['without a marketing event yet', false],
	])('%s waits for it, and is done then', async (_, hasEvent) => {
		const ended = new Date(Date.now() - 3_600_000).toISOString();
		const item = recordingItem(here);
		item.webinar = { ...(item.webinar as IDataObject), endTime: ended };
		if (hasEvent) putEvent(here, { attended: [] }, { completed: false });
		const [early] = outcomes(await add(here, [item]));
		expect(early).toMatchObject({ result: 'deferred', reason: 'reportNotReady' });
		expect(Date.parse(early?.retryAt ?? '')).toBeGreaterThan(Date.now());
		here.sandbox.hubspot.events.splice(0);
		putEvent(here, { attended: contactIds(here, 1) });
		expect(outcomes(await add(here, [item]))[0]?.result).toBe('synced');
	});

	it('that HubSpot still does not know after a day is told as such', async () => {
		const item = recordingItem(here);
		const days = (count: number) => new Date(Date.now() - count * 86_400_000).toISOString();
		item.webinar = { ...(item.webinar as IDataObject), startTime: days(3), endTime: days(2.9) };
		const [told] = outcomes(await add(here, [item]));
		expect(told).toMatchObject({ result: 'failed', reason: 'webinarNotFound' });
		expect(told?.repair).toContain('Sync Attendance');
	});

	it('by session has an event of its own', async () => {
		const [first = '', second = ''] = contactIds(here, 2);
		putEvent(here, { attended: [first] });
		const segment = here.story.main.sessionUuid.replace(/\+/g, '-').replace(/\//g, '_');
		const externalEventId = `${here.story.main.webinarId}.${segment.replace(/=/g, '')}`;
		putEvent(here, { attended: [second] }, { objectId: '777002', externalEventId });
		const options = { marketingEvent: 'session' };
		await add(here, [recordingItem(here)], { options });
		expect(whom()).toEqual([second]);
	});
});

describe("another app's marketing event", () => {
	const native = { app: { id: 6919, name: 'Zoom' }, externalAccountId: 'zoom' };

	it('is read and named, and nothing is written to it', async () => {
		const [first = ''] = contactIds(here, 1);
		const event = putEvent(here, { attended: [first] }, native);
		const items = [recordingItem(here)];
		const [told] = outcomes(await add(here, items));
		expect(told?.steps.event?.result).toBe('skipped');
		expect(told?.steps.event?.message).toContain('Zoom');
		expect(whom()).toEqual([first]);
		expect(customOf(event)).toEqual({});
		expect(outcomes(await add(here, items))[0]?.result).toBe('unchanged');
		expect(here.sandbox.hubspot.calls.size).toBe(1);
	});

	it('holds the recording when it is to be used', async () => {
		const event = putEvent(here, { attended: contactIds(here, 1) }, native);
		await add(here, [recordingItem(here)], { options: { otherApps: 'use' } });
		expect(customOf(event).n8n_webinar_recording_url).toBe(SHARE_URL);
	});
});

describe('what the webinar platform says of a recording', () => {
	it.each([
		['deferred', 'recordingProcessing', '2030-01-01T00:00:00Z'],
		['skipped', 'notRecorded', null],
		['skipped', 'transcriptNotFound', null],
		['failed', 'permissionMissing', null],
	])('is passed on: %s %s', async (result, reason, retryAt) => {
		const item = { ...recordingItem(here), recording: null };
		const outcome = { destination: 'zoom', result, reason, message: 'Zoom says so', retryAt };
		const [told] = outcomes(await add(here, [{ ...item, outcome }]));
		expect(told).toMatchObject({ destination: 'hubspot', result, reason, retryAt });
		expect(told?.message).toBe('Zoom says so');
		expect(here.sandbox.books.calls('hubspot')).toEqual([]);
	});

	it('does not count when it is our own, of an earlier run', async () => {
		putEvent(here, { attended: contactIds(here, 1) });
		const outcome = { destination: 'hubspot', result: 'deferred', reason: 'reportNotReady' };
		const [told] = outcomes(await add(here, [{ ...recordingItem(here), outcome }]));
		expect(told?.result).toBe('synced');
	});
});

describe('mapped fields', () => {
	it('make a recording of any list', async () => {
		putEvent(here, { attended: contactIds(here, 1) });
		const { main, world } = here.story;
		const value = {
			webinarId: String(main.webinarId),
			topic: 'Ours',
			startTime: main.startTime,
			endTime: main.endTime,
			accountId: world.zoom.accountId,
			provider: 'zoom',
			url: '={{ $json.link }}',
		};
		const parameters = {
			mapData: 'manual',
			fields: { mappingMode: 'defineBelow', value },
		};
		const result = await add(here, [{ link: 'https://vimeo.example/1' }, { link: '' }], {
			parameters,
		});
		const told = outcomes(result);
		expect(told.map(({ result: each }) => each)).toEqual(['synced', 'failed']);
		const { properties } = only(here.sandbox.hubspot.calls);
		expect(properties.hs_call_body).toContain('https://vimeo.example/1');
		expect(properties.hs_call_title).toBe('Webinar recording: Ours');
	});
});
