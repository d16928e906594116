import type { IDataObject } from 'n8n-workflow';

import { stage, type Stage } from '../../support/world';
import { outcomes, sync } from '../support';
import { contactOf, countsOf, known, stay } from './support';

let here: Stage;
beforeEach(async () => {
	here = await stage({ registrants: 60 }, { participationDelayMs: 0 });
});
afterEach(async () => await here.close());

async function told(items: IDataObject[], options: IDataObject) {
	return outcomes(await sync(here, items, { options })).map(({ result, reason }) => [
		result,
		reason,
	]);
}

const SYNCED = ['synced', null];

describe('excluded domains', () => {
	it('for new contacts only leave people alone whom HubSpot knows', async () => {
		const [contact] = known(here, 1);
		const domain = contact?.email.split('@')[1] ?? '';
		const items = [stay(contact?.email ?? ''), stay(`nobody-knows-me@${domain}`)];
		const options = { excludedDomains: domain, exclusionsApplyTo: 'newContacts' };
		expect(await told(items, options)).toEqual([SYNCED, ['skipped', 'excludedDomain']]);
		expect(await told(items, { excludedDomains: domain })).toEqual([
			['skipped', 'excludedDomain'],
			['skipped', 'excludedDomain'],
		]);
	});
});

describe('the threshold', () => {
	const items = [
		stay('short@example.com', { seconds: 299 }),
		stay('long@example.com', { seconds: 300 }),
	];

	it('leaves out who stayed for less', async () => {
		expect(await told(items, { minimumSeconds: 300 })).toEqual([
			['skipped', 'belowThreshold'],
			SYNCED,
		]);
		expect(await told(items, { minimumPercent: 50 })).toEqual([
			['skipped', 'belowThreshold'],
			['skipped', 'belowThreshold'],
		]);
	});

	it('or makes them no-shows', async () => {
		const options = { minimumSeconds: 300, treatBelowThreshold: 'noShow' };
		expect(await told(items, options)).toEqual([SYNCED, SYNCED]);
		expect(countsOf(here, 'short@example.com')).toEqual(['1', '0', undefined]);
		expect(countsOf(here, 'long@example.com')).toEqual(['1', '1', '8.3']);
		const { activities } = here.sandbox.hubspot.events[0] ?? { activities: [] };
		const { id } = contactOf(here, 'short@example.com');
		expect(activities.filter(({ contactId }) => contactId === id).map(({ verb }) => verb)).toEqual([
			'register',
		]);
	});

	it('counts the longest of several stays', async () => {
		const both = [
			stay('ada@example.com', { seconds: 100, sessionId: 'one' }),
			stay('ada@example.com', { seconds: 400, sessionId: 'two', registeredAt: null }),
		];
		expect(await told(both, { minimumSeconds: 300 })).toEqual([['skipped', 'duplicate'], SYNCED]);
		// The registration that only the shorter one tells is kept.
		expect(countsOf(here, 'ada@example.com')).toEqual(['1', '1', '11.1']);
	});
});

describe('secondary addresses', () => {
	it('are attributed to the contact, whose longer stay counts', async () => {
		const [contact] = known(here, 1);
		if (contact === undefined) throw new Error('The portal has nobody');
		contact.additionalEmails.push('second@example.net', 'third@example.net');
		const items = [
			stay(contact.email, { seconds: 600 }),
			stay('second@example.net', { seconds: 1800 }),
			stay('third@example.net', { webinarId: '901' }),
		];
		expect(await told(items, {})).toEqual([
			SYNCED,
			['skipped', 'secondaryEmail'],
			['skipped', 'secondaryEmail'],
		]);
		expect(await told(items, { secondaryEmails: 'attribute' })).toEqual([
			['skipped', 'duplicate'],
			SYNCED,
			SYNCED,
		]);
		expect(countsOf(here, contact.email)).toEqual(['2', '2', '50']);
		here.sandbox.books.clear();
		await told(items, { secondaryEmails: 'attribute' });
		expect(here.sandbox.books.writes('hubspot')).toEqual([]);
	});
});

describe('deleted contacts', () => {
	it('are created again where that is chosen', async () => {
		const [contact] = known(here, 1);
		const email = contact?.email ?? '';
		here.sandbox.hubspot.archive(contact?.id ?? '');
		expect(await told([stay(email)], {})).toEqual([['skipped', 'deletedContact']]);
		expect(await told([stay(email)], { deletedContacts: 'create' })).toEqual([SYNCED]);
		expect(contactOf(here, email).id).not.toBe(contact?.id);
		expect(countsOf(here, email)).toEqual(['1', '1', '50']);
	});
});

describe('engagement', () => {
	const engagement = {
		level: 'high',
		pollsAnswered: 2,
		questionsAsked: 1,
		polls: [{ question: 'Is <b> bold & "loud"?', answer: "It's" }],
		questions: [{ question: 'When is the next one?', answer: '' }],
	};
	const items = [stay('ada@example.com', { engagement })];
	const NAMES = [
		'n8n_webinar_last_engagement_level',
		'n8n_webinar_last_polls_answered',
		'n8n_webinar_last_questions_asked',
	];
	const held = () => NAMES.map((name) => contactOf(here, 'ada@example.com').properties[name]);

	it('is left alone by default', async () => {
		await told(items, {});
		expect(held()).toEqual([undefined, undefined, undefined]);
		expect(here.sandbox.hubspot.notes.size).toBe(0);
	});

	it('goes into properties', async () => {
		await told(items, { engagement: 'properties' });
		expect(held()).toEqual(['high', '2', '1']);
	});

	it('goes into one note per person, however often it runs', async () => {
		const options = { engagement: 'note' };
		const [contact] = known(here, 1);
		const all = [...items, stay(contact?.email ?? '', { engagement }), stay('b@example.com')];
		const [first] = outcomes(await sync(here, all, { options }));
		expect(first?.steps.note).toEqual({ result: 'synced' });
		here.sandbox.books.clear();
		await told(all, options);
		expect(here.sandbox.books.writes('hubspot')).toEqual([]);
		const notes = [...here.sandbox.hubspot.notes.values()];
		expect(
			notes
				.map(({ contacts }) => [...contacts.keys()])
				.flat()
				.sort(),
		).toEqual([contactOf(here, 'ada@example.com').id, contact?.id ?? ''].sort());
		const html = notes[0]?.properties.hs_note_body ?? '';
		expect(html).toContain('Level: high. Polls answered: 2. Questions asked: 1.');
		expect(html).toContain('Is &lt;b&gt; bold &amp; &quot;loud&quot;?');
		expect(html).toContain('When is the next one?');
		expect(notes[0]?.properties.hs_timestamp).toContain('2026-03-02T10:00:00');
	});

	it.each(['cutAfter', 'cutBefore'] as const)(
		'is one note when the answer is lost: %s',
		async (kind) => {
			const match = /POST .*notes\/batch\/create/;
			here.sandbox.addFault({ vendor: 'hubspot', match, fault: { kind } });
			expect(await told(items, { engagement: 'note' })).toEqual([SYNCED]);
			expect(here.sandbox.hubspot.notes.size).toBe(1);
		},
	);

	it.each(['cutAfter', 'cutBefore'] as const)(
		'is never called done while that is not known: %s',
		async (kind) => {
			here.sandbox.addFault({
				vendor: 'hubspot',
				match: /POST .*notes\/batch\/create/,
				fault: { kind },
				times: 2,
			});
			here.sandbox.addFault({
				vendor: 'hubspot',
				match: /associations\/.*batch\/read/,
				fault: { kind: 'status', status: 400 },
				times: 2,
			});
			const [first] = await told(items, { engagement: 'note' });
			expect(first?.[0]).not.toBe('synced');
			here.sandbox.clearFaults();
			expect(await told(items, { engagement: 'note' })).toEqual([SYNCED]);
			expect(here.sandbox.hubspot.notes.size).toBe(1);
		},
	);
});
