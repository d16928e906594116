import type { IDataObject } from 'n8n-workflow';

import { HOSTILE_WORDS } from '../../story/hostileWords';
import { contactOf, stay } from '../hubspot/attendance/support';
import { outcomes, sync as syncHubSpot } from '../hubspot/support';
import * as marketo from '../marketo/attendance/support';
import { inAHurry } from '../support/inAHurry';
import { stage, type Stage } from '../support/world';
import { add, newWebinar, told } from '../zoom/registrant/support';
import { attendeesOf, jsons, zoomNode } from '../zoom/support/zoom';

let here: Stage;
beforeAll(inAHurry);
beforeEach(async () => {
	here = await stage({ registrants: 40 }, { participationDelayMs: 0 });
});
afterEach(async () => await here.close());

const emailOf = (index: number) => `hostile${index}@example.com`;

/** Somebody whose name, topic, answers and questions are all this. */
function engaged(word: string): IDataObject {
	return {
		level: 'high',
		basis: ['polls', 'questions'],
		pollsAnswered: 1,
		questionsAsked: 1,
		surveyAnswered: false,
		polls: [{ question: word, answer: word }],
		questions: [{ question: word, answer: word }],
	};
}

/** The text that a browser shows of HTML, and the tags in it. */
function readHtml(html: string): { text: string; tags: string[] } {
	const tags = [...html.matchAll(/<[^>]*>/g)].map(([tag]) => tag);
	const text = html
		.replace(/<[^>]*>/g, '\n')
		.replace(/&lt;/g, '<')
		.replace(/&gt;/g, '>')
		.replace(/&quot;/g, '"')
		.replace(/&#39;/g, "'")
		.replace(/&amp;/g, '&');
	return { text, tags: [...new Set(tags)] };
}

test('HubSpot gets them as texts: contacts, and notes without any markup of theirs', async () => {
	const items = HOSTILE_WORDS.map((word, index) => {
		const item = stay(emailOf(index), { engagement: engaged(word) });
		const webinar = { ...(item.webinar as IDataObject), topic: HOSTILE_WORDS.join(' ') };
		return { ...item, firstName: word, lastName: word, webinar };
	});
	const synced = outcomes(await syncHubSpot(here, items, { options: { engagement: 'note' } }));
	expect(synced.map(({ result }) => result)).toEqual(items.map(() => 'synced'));
	for (const [index, word] of HOSTILE_WORDS.entries()) {
		const { properties } = contactOf(here, emailOf(index));
		expect([properties.firstname, properties.lastname]).toEqual([word, word]);
	}
	const notes = [...here.sandbox.hubspot.notes.values()].map(({ properties }) =>
		readHtml(properties.hs_note_body ?? ''),
	);
	expect(notes).toHaveLength(items.length);
	for (const [index, word] of HOSTILE_WORDS.entries()) {
		const { text, tags } = notes[index]!;
		expect(text).toContain(`Poll: ${word}\n${word}`);
		expect(tags.sort()).toEqual(['</p>', '</strong>', '<br>', '<p>', '<strong>']);
	}
	const [event] = here.sandbox.hubspot.events;
	expect(event?.fields.eventName).toMatch(/^=\{\{ \$env\.N8N_ENCRYPTION_KEY \}\} /);
});

test('Marketo gets them as texts: people, and activities', async () => {
	const items = HOSTILE_WORDS.map((word, index) => {
		const item = marketo.stay(emailOf(index), { engagement: engaged(word) });
		return { ...item, firstName: word, lastName: word };
	});
	const options = { engagement: 'activities' };
	const synced = marketo.outcomes(await marketo.sync(here, items, { options }));
	expect(synced.map(({ result }) => result)).toEqual(items.map(() => 'synced'));
	for (const [index, word] of HOSTILE_WORDS.entries()) {
		const { fields } = marketo.leadOf(here, emailOf(index));
		expect([fields.firstName, fields.lastName]).toEqual([word, word]);
		const said = marketo.activitiesOf(here, emailOf(index));
		expect(said.map(({ Text, Answer }) => [Text, Answer])).toEqual([
			[word, word],
			[word, word],
		]);
	}
});

test('Zoom gets them as texts', async () => {
	const webinar = newWebinar(here);
	const items = HOSTILE_WORDS.map((word, index) => ({
		email: emailOf(index),
		firstName: word,
		lastName: word,
	}));
	const added = await add(here, webinar.id, items);
	expect(told(added).filter((line) => !line.startsWith('synced'))).toEqual([]);
	const names = new Map(webinar.registrants.map((one) => [one.email, one]));
	for (const [index, word] of HOSTILE_WORDS.entries()) {
		const { first_name: firstName, last_name: lastName } = names.get(emailOf(index))!;
		expect([firstName, lastName]).toEqual([word, word]);
	}
});

test('Zoom gives them back as texts', async () => {
	const { main, world } = here.story;
	const webinar = world.zoom.webinars.find(({ id }) => id === main.webinarId)!;
	const rows = webinar.registrants.filter(({ status }) => status === 'approved');
	const words = new Map(
		rows.map((row, index) => [row.email, HOSTILE_WORDS[index % HOSTILE_WORDS.length]!]),
	);
	for (const row of rows) row.first_name = row.last_name = words.get(row.email)!;
	const { outputs, error } = await zoomNode(here, attendeesOf(main.webinarId));
	expect(error).toBeNull();
	const known = jsons(outputs[0]).filter(({ email }) => words.has(String(email)));
	expect(known.length).toBeGreaterThan(HOSTILE_WORDS.length);
	for (const { email, firstName, lastName } of known) {
		const word = words.get(String(email));
		expect([firstName, lastName]).toEqual([word, word]);
	}
});
