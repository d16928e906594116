import { stage, type Stage } from '../../support/world';
import { outcomes } from '../support';
import {
	add,
	AUDIO_URL,
	audioItem,
	contactIds,
	customOf,
	only,
	putEvent,
	recordingItem,
	SHARE_URL,
	snapshot,
	transcriptItem,
	VIDEO_URL,
	writes,
} from './stage';

let here: Stage;
beforeEach(async () => {
	here = await stage({ registrants: 60 }, { participationDelayMs: 0 });
	here.sandbox.hubspot.world.searchDelayMs = 0;
});
afterEach(async () => await here.close());

describe('links of a recording', () => {
	it('become one call of everybody who attended, not one call each', async () => {
		const [first = '', second = '', third = ''] = contactIds(here, 3);
		const event = putEvent(here, { attended: [first, second], registered: [first, third] });
		const told = outcomes(await add(here, [recordingItem(here), audioItem(here)]));
		const call = only(here.sandbox.hubspot.calls);
		expect(call.contacts).toEqual(new Map([first, second].map((id) => [id, new Set([194])])));
		expect(call.properties).toEqual({
			hs_timestamp: expect.stringContaining(here.story.main.startTime.slice(0, 19)) as string,
			hs_call_title: `Webinar recording: ${here.story.main.topic}`,
			hs_call_body: expect.any(String) as string,
			hs_call_status: 'COMPLETED',
			hs_call_duration: '3600000',
		});
		const body = call.properties.hs_call_body ?? '';
		expect(body).toContain(`href="${SHARE_URL.replace('&', '&amp;')}"`);
		expect(body).toContain(`href="${VIDEO_URL}"`);
		expect(body).toContain(`href="${AUDIO_URL}"`);
		expect(body).not.toContain('Se');
		expect(customOf(event).n8n_webinar_recording_url).toBe(SHARE_URL);
		expect(told.map(({ result, action, recordId }) => [result, action, recordId])).toEqual([
			['synced', 'created', call.id],
			['synced', 'created', call.id],
		]);
		expect(Object.keys(told[0]?.steps ?? {})).toEqual(['call', 'event', 'association']);
	});

	it('are written once, however often the run is repeated', async () => {
		putEvent(here, { attended: contactIds(here, 5) });
		const items = [recordingItem(here), audioItem(here), transcriptItem(here, 'Ada: Hello')];
		await add(here, items);
		const once = snapshot(here);
		here.sandbox.books.clear();
		for (let run = 0; run < 2; run += 1) {
			const told = outcomes(await add(here, items));
			expect(told.map(({ result }) => result)).toEqual(['unchanged', 'unchanged', 'unchanged']);
		}
		expect(here.sandbox.books.writes('hubspot')).toEqual([]);
		expect(snapshot(here)).toEqual(once);
	});

	it('are written once too where the marketing event remembers nothing', async () => {
		putEvent(here, { attended: contactIds(here, 5) });
		const items = [recordingItem(here), transcriptItem(here, 'Ada: Hello')];
		await add(here, items, { options: { eventProperty: false } });
		const once = snapshot(here);
		const told = outcomes(await add(here, items, { options: { eventProperty: false } }));
		expect(told.map(({ result }) => result)).toEqual(['unchanged', 'unchanged']);
		expect(snapshot(here)).toEqual(once);
		expect(once.calls).toHaveLength(1);
		expect(once.notes).toHaveLength(1);
	});

	it('that come later join the call, and keep what a person has written into it', async () => {
		putEvent(here, { attended: contactIds(here, 2) });
		await add(here, [recordingItem(here)]);
		const call = only(here.sandbox.hubspot.calls);
		call.properties.hs_call_title = 'Renamed by Olga';
		call.properties.hs_call_body = `<p>Olga was here</p>${call.properties.hs_call_body}`;
		const [told] = outcomes(await add(here, [audioItem(here)]));
		expect(told).toMatchObject({ result: 'synced', action: 'updated' });
		const { properties } = only(here.sandbox.hubspot.calls);
		expect(properties.hs_call_title).toBe('Renamed by Olga');
		for (const part of ['Olga was here', VIDEO_URL, AUDIO_URL]) {
			expect(properties.hs_call_body).toContain(part);
		}
		expect(properties.hs_call_body?.match(/video-1/g)).toHaveLength(1);
	});

	it('reach those who are added to the webinar later', async () => {
		const [first = '', second = ''] = contactIds(here, 2);
		const event = putEvent(here, { attended: [first] });
		await add(here, [recordingItem(here)]);
		event.activities.push({ ...event.activities[0]!, contactId: second });
		const [told] = outcomes(await add(here, [recordingItem(here)]));
		expect(told?.steps).toMatchObject({
			call: { result: 'unchanged' },
			association: { result: 'synced' },
		});
		expect(new Set(only(here.sandbox.hubspot.calls).contacts.keys())).toEqual(
			new Set([first, second]),
		);
	});

	it('show the passcode only when asked to, as text and never as markup', async () => {
		putEvent(here, { attended: contactIds(here, 1) });
		await add(here, [recordingItem(here)], { options: { includePasscode: true } });
		expect(only(here.sandbox.hubspot.calls).properties.hs_call_body).toContain(
			'Passcode: Se&lt;ret7',
		);
	});

	it('leave out addresses that ask for a token of the platform', async () => {
		putEvent(here, { attended: contactIds(here, 1) });
		const url = 'https://zoom.example/rec/download/chat';
		const chat = { recordingId: 'chat-1', fileType: 'chat', type: 'chat_file', url };
		await add(here, [recordingItem(here, chat)]);
		const body = only(here.sandbox.hubspot.calls).properties.hs_call_body;
		expect(body).toContain('rec/share/abc');
		expect(body).not.toContain('download');
	});

	it('are links only to web addresses', async () => {
		putEvent(here, { attended: contactIds(here, 1) });
		const evil = recordingItem(here, { url: 'javascript:alert(1)', shareUrl: '"><script>' });
		const [told] = outcomes(await add(here, [evil]));
		expect(told).toMatchObject({ result: 'failed', reason: 'vendorRejected' });
		expect(here.sandbox.hubspot.calls.size).toBe(0);
	});

	it('of two sessions become two calls, and the later one is the address of the webinar', async () => {
		const event = putEvent(here, { attended: contactIds(here, 2) });
		const later = recordingItem(here, { shareUrl: 'https://zoom.example/later' });
		const startTime = new Date(Date.parse(here.story.main.startTime) + 86_400_000).toISOString();
		later.webinar = { ...(later.webinar as object), sessionId: 'later==', startTime };
		await add(here, [later, recordingItem(here)]);
		expect(here.sandbox.hubspot.calls.size).toBe(2);
		expect(customOf(event).n8n_webinar_recording_url).toBe('https://zoom.example/later');
		await add(here, [recordingItem(here)]);
		expect(customOf(event).n8n_webinar_recording_url).toBe('https://zoom.example/later');
		expect(here.sandbox.hubspot.calls.size).toBe(2);
	});

	it('cost few calls however many attended', async () => {
		putEvent(here, { attended: contactIds(here, 60) });
		await add(here, [recordingItem(here), audioItem(here)]);
		here.sandbox.books.clear();
		putEvent(here, { attended: [] }, { objectId: '777002', externalEventId: '1' });
		here.sandbox.hubspot.calls.clear();
		await add(here, [recordingItem(here), audioItem(here)]);
		expect(writes(here)).toEqual([
			'POST /crm/objects/2026-09/calls',
			'PATCH /marketing/marketing-events/2026-09/:id',
			'POST /crm/associations/2026-09/calls/contacts/batch/associate/default',
		]);
		expect(only(here.sandbox.hubspot.calls).contacts.size).toBe(60);
	});
});

describe('a preview', () => {
	it('writes nothing and says what the run then does', async () => {
		putEvent(here, { attended: contactIds(here, 3) });
		const items = [recordingItem(here), transcriptItem(here, 'Ada: Hello')];
		const told = outcomes(await add(here, items, { parameters: { preview: true } }));
		expect(here.sandbox.books.writes('hubspot')).toEqual([]);
		const done = outcomes(await add(here, items));
		const facts = (all: typeof told) =>
			all.map(({ result, action, reason, steps }) => ({ result, action, reason, steps }));
		expect(facts(told)).toEqual(facts(done));
		expect(told[0]?.message).toMatch(/^Would write/);
		const after = outcomes(await add(here, items, { parameters: { preview: true } }));
		expect(after.map(({ result }) => result)).toEqual(['unchanged', 'unchanged']);
	});
});
