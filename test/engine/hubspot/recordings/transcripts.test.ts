import type { IDataObject } from 'n8n-workflow';

import { stage, type Stage } from '../../support/world';
import { outcomes } from '../support';
import { add, contactIds, only, putEvent, recordingItem, transcriptItem } from './stage';

let here: Stage;
beforeEach(async () => {
	here = await stage({ registrants: 60 }, { participationDelayMs: 0 });
	here.sandbox.hubspot.world.searchDelayMs = 0;
});
afterEach(async () => await here.close());

/** The words of the notes in order, without what is around them. */
function wordsOfNotes(): string {
	return [...here.sandbox.hubspot.notes.values()]
		.map(
			({ properties }) =>
				/<\/strong><\/p><p>(.*)<\/p><p>/s.exec(properties.hs_note_body ?? '')?.[1],
		)
		.join('')
		.replace(/<br>/g, '\n')
		.replace(/&lt;/g, '<')
		.replace(/&amp;/g, '&');
}

const LONG = Array.from(
	{ length: 4000 },
	(_, line) => `Ada & Bob: line ${line} < ${line + 1}`,
).join('\n');

describe('a transcript', () => {
	it('becomes a note of everybody who attended', async () => {
		const attended = contactIds(here, 3);
		putEvent(here, { attended });
		const [told] = outcomes(await add(here, [transcriptItem(here, 'Ada: Hello\nBob: <b>Hi</b>')]));
		expect(told?.steps.transcript).toEqual({ result: 'synced', message: 'One note' });
		const note = only(here.sandbox.hubspot.notes);
		expect(note.contacts).toEqual(new Map(attended.map((id) => [id, new Set([202])])));
		expect(note.properties.hs_note_body).toContain('Ada: Hello<br>Bob: &lt;b&gt;Hi&lt;/b&gt;');
		expect(here.sandbox.hubspot.calls.size).toBe(0);
	});

	it("that is longer than HubSpot's notes is split, and nothing of it is lost", async () => {
		putEvent(here, { attended: contactIds(here, 1) });
		const [told] = outcomes(await add(here, [transcriptItem(here, LONG)]));
		const notes = [...here.sandbox.hubspot.notes.values()];
		expect(notes.length).toBeGreaterThan(2);
		expect(told?.steps.transcript?.message).toBe(`${notes.length} notes`);
		notes.forEach(({ properties, contacts }, index) => {
			expect(properties.hs_note_body?.length).toBeLessThanOrEqual(65_536);
			expect(properties.hs_note_body).toContain(`(part ${index + 1} of ${notes.length})`);
			expect(contacts.size).toBe(1);
		});
		expect(wordsOfNotes()).toBe(LONG);
	});

	it('whose notes were broken off is completed, without a double', async () => {
		const event = putEvent(here, { attended: contactIds(here, 1) });
		await add(here, [transcriptItem(here, LONG)]);
		const before = here.sandbox.hubspot.notes.size;
		const [first] = here.sandbox.hubspot.notes.keys();
		here.sandbox.hubspot.notes.get(first!)!.archivedAt = new Date().toISOString();
		// The run ended before anything of it was remembered.
		event.fields.customProperties = [];
		await add(here, [transcriptItem(here, LONG)]);
		expect(here.sandbox.hubspot.notes.size).toBe(before + 1);
		await add(here, [transcriptItem(here, LONG)]);
		expect(here.sandbox.hubspot.notes.size).toBe(before + 1);
	});

	it('of a session that was stopped and started is one for each part', async () => {
		putEvent(here, { attended: contactIds(here, 1) });
		const second = transcriptItem(here, 'Ada: Part two');
		const startTime = new Date(Date.parse(here.story.main.startTime) + 1_800_000).toISOString();
		second.recording = { ...(second.recording as IDataObject), recordingId: 't2', startTime };
		const items = [transcriptItem(here, 'Ada: Part one'), second];
		await add(here, items);
		await add(here, items);
		const bodies = [...here.sandbox.hubspot.notes.values()].map(
			({ properties }) => properties.hs_note_body,
		);
		expect(bodies).toEqual([
			expect.stringContaining('Part one'),
			expect.stringContaining('Part two'),
		]);
	});

	it('is preferred to the captions of the same part', async () => {
		putEvent(here, { attended: contactIds(here, 1) });
		const captions = transcriptItem(here, 'hello');
		captions.recording = { ...(captions.recording as IDataObject), fileType: 'captions' };
		const told = outcomes(await add(here, [captions, transcriptItem(here, 'Ada: Hello')]));
		expect(told.map(({ reason }) => reason)).toEqual(['duplicate', null]);
		expect(only(here.sandbox.hubspot.notes).properties.hs_note_body).toContain('Ada: Hello');
	});

	it('without words is told as not found', async () => {
		putEvent(here, { attended: contactIds(here, 1) });
		const item = transcriptItem(here, '');
		item.recording = { ...(item.recording as IDataObject), url: '', shareUrl: '' };
		const [told] = outcomes(await add(here, [item]));
		expect(told).toMatchObject({ result: 'skipped', reason: 'transcriptNotFound' });
	});

	it('can stand in the call itself', async () => {
		putEvent(here, { attended: contactIds(here, 1) });
		const items = [recordingItem(here), transcriptItem(here, 'Ada: Hello')];
		const parameters = { transcript: 'callBody' };
		await add(here, items, { parameters });
		expect(here.sandbox.hubspot.notes.size).toBe(0);
		expect(only(here.sandbox.hubspot.calls).properties.hs_call_body).toContain('Ada: Hello');
		const again = outcomes(await add(here, items, { parameters }));
		expect(again.map(({ result }) => result)).toEqual(['unchanged', 'unchanged']);
	});

	it('that has no room in the call becomes notes', async () => {
		putEvent(here, { attended: contactIds(here, 1) });
		const items = [recordingItem(here), transcriptItem(here, LONG)];
		await add(here, items, { parameters: { transcript: 'callBody' } });
		expect(wordsOfNotes()).toBe(LONG);
		expect(only(here.sandbox.hubspot.calls).properties.hs_call_body).not.toContain('Ada &amp; Bob');
	});

	it('is left out when that is wanted', async () => {
		putEvent(here, { attended: contactIds(here, 1) });
		const item = transcriptItem(here, 'Ada: Hello');
		item.recording = { ...(item.recording as IDataObject), url: '', shareUrl: '' };
		const [told] = outcomes(await add(here, [item], { parameters: { transcript: 'none' } }));
		expect(told).toMatchObject({ result: 'skipped', reason: 'syncOff' });
		expect(here.sandbox.hubspot.notes.size).toBe(0);
	});
});

describe('a call transcript', () => {
	const parameters = { transcript: 'callTranscript' };
	const segments = [
		{ start: 1.98, end: 2.5, speaker: 'Ada', text: 'Hello' },
		{ start: 3, end: null, speaker: 'Bob', text: 'Hi' },
		{ start: 4, end: 5, speaker: 'Ada', text: 'Bye' },
	];
	const items = () => [recordingItem(here), transcriptItem(here, 'Ada: Hello', segments)];
	const allow = () =>
		here.sandbox.hubspot.world.scopes.push('crm.extensions_calling_transcripts.write');

	it('has speakers and times, and is sent once', async () => {
		allow();
		putEvent(here, { attended: contactIds(here, 1) });
		const told = outcomes(await add(here, items(), { parameters }));
		expect(told.map(({ result }) => result)).toEqual(['synced', 'synced']);
		const transcript = only(here.sandbox.hubspot.transcripts);
		expect(transcript.engagementId).toBe(only(here.sandbox.hubspot.calls).id);
		expect(transcript.utterances).toEqual([
			{
				speaker: { id: '1', name: 'Ada' },
				text: 'Hello',
				startTimeMillis: 1980,
				endTimeMillis: 2500,
			},
			{ speaker: { id: '2', name: 'Bob' }, text: 'Hi', startTimeMillis: 3000, endTimeMillis: 4000 },
			{
				speaker: { id: '1', name: 'Ada' },
				text: 'Bye',
				startTimeMillis: 4000,
				endTimeMillis: 5000,
			},
		]);
		const again = outcomes(await add(here, items(), { parameters }));
		expect(again.map(({ result }) => result)).toEqual(['unchanged', 'unchanged']);
		expect(here.sandbox.hubspot.transcripts.size).toBe(1);
	});

	it('without the scope says which one, and the call stands', async () => {
		putEvent(here, { attended: contactIds(here, 1) });
		const told = outcomes(await add(here, items(), { parameters }));
		expect(told.map(({ result }) => result)).toEqual(['synced', 'failed']);
		expect(told[1]).toMatchObject({ reason: 'permissionMissing' });
		expect(told[1]?.message).toContain('crm.extensions_calling_transcripts.write');
		expect(here.sandbox.hubspot.calls.size).toBe(1);
	});

	it('whose answer was lost is uncertain, and never sent again', async () => {
		allow();
		putEvent(here, { attended: contactIds(here, 1) });
		const match = /POST .*transcripts/;
		here.sandbox.addFault({ vendor: 'hubspot', match, fault: { kind: 'cutAfter' } });
		for (let run = 0; run < 2; run += 1) {
			const told = outcomes(await add(here, items(), { parameters }));
			expect(told[1]).toMatchObject({ result: 'failed', reason: 'uncertain' });
		}
		expect(here.sandbox.hubspot.transcripts.size).toBe(1);
	});

	it('needs the marketing event to be remembered', async () => {
		const result = await add(here, items(), { parameters, options: { eventProperty: false } });
		expect(result.error?.message).toContain('Write to Marketing Event');
		expect(here.sandbox.books.calls('hubspot')).toEqual([]);
	});
});
