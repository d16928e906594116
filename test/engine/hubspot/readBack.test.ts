import { parseHistory } from '../../../nodes/HubSpot/mapping/historyText';
import { differences, expectedHubSpot } from '../../truth';
import { stage, type Stage } from '../support/world';
import {
	afterEach as afterEachRequest,
	attendees,
	contactsOf,
	itemsOf,
	outcomes,
	sync,
} from './support';

let here: Stage;
beforeEach(async () => {
	here = await stage({ registrants: 40 }, { participationDelayMs: 0 });
});
afterEach(async () => await here.close());

const WRITES = /contacts\/batch\/(create|update)$/;

/** Another run that had read the contact before this one wrote it, and writes after it. */
function overwrite(history: Record<string, string>): void {
	for (const contact of here.sandbox.hubspot.contacts.values()) {
		if (contact.properties.n8n_webinar_history === undefined) continue;
		Object.assign(contact.properties, history);
	}
}

describe('reading back', () => {
	it('unites what another run has overwritten', async () => {
		const { main, earlier, world } = here.story;
		const both = attendees(main).filter(({ email }) =>
			attendees(earlier).some((other) => other.email === email && other.crm === 'known'),
		);
		expect(both.length).toBeGreaterThan(0);
		const [person] = both;
		if (person === undefined) throw new Error('The story has nobody in both webinars');
		const there = earlier.people.filter(({ email }) => email === person.email);
		const alone = { ...main, people: [person] };
		const before = contactsOf(here.sandbox);

		// What the other run is about to write: the earlier webinar alone.
		await sync(here, itemsOf(here, earlier, there));
		const contact = here.sandbox.hubspot.contactByEmail(person.email);
		if (contact === undefined) throw new Error('The contact is gone');
		const other = { ...contact.properties };
		for (const name of Object.keys(contact.properties)) {
			if (name.startsWith('n8n_')) delete contact.properties[name];
		}

		let done = false;
		const stop = afterEachRequest(here.sandbox, WRITES, () => {
			if (!done) Object.assign(contact.properties, other);
			done = true;
		});
		const told = outcomes(
			await sync(here, itemsOf(here, main, [person]), { options: { readBackAfter: 0.5 } }),
		);
		stop();
		expect(done).toBe(true);
		expect(told[0]?.result).toBe('synced');
		const expected = expectedHubSpot([{ ...earlier, people: there }, alone], {
			zoomAccountId: world.zoom.accountId,
		});
		expect(differences(expected, here.sandbox.hubspot, before)).toEqual([]);
	});

	it('gives up after three rounds and defers', async () => {
		const items = itemsOf(here, here.story.main);
		const stop = afterEachRequest(here.sandbox, WRITES, () => {
			overwrite({ n8n_webinar_history: '{"v":1,"sessions":{}}' });
		});
		const told = outcomes(await sync(here, items, { options: { readBackAfter: 0.3 } }));
		stop();
		const written = told.filter(({ steps }) => steps.properties !== undefined);
		expect(written.length).toBeGreaterThan(0);
		for (const { result, reason, retryAt } of written) {
			expect([result, reason]).toEqual(['deferred', 'temporarilyUnavailable']);
			expect(Date.parse(retryAt ?? '')).toBeGreaterThan(Date.now());
		}
	});

	it('does not take a contact for written that is gone', async () => {
		const items = itemsOf(here, here.story.main).slice(0, 10);
		const stop = afterEachRequest(here.sandbox, WRITES, () => {
			const written = [...here.sandbox.hubspot.contacts.values()].find(
				({ properties, archivedAt }) =>
					properties.n8n_webinar_history !== undefined && archivedAt === undefined,
			);
			if (written !== undefined) here.sandbox.hubspot.contacts.delete(written.id);
		});
		const told = outcomes(await sync(here, items, { options: { readBackAfter: 0.3 } }));
		stop();
		expect(told.map(({ result }) => result)).toContain('deferred');
	});
});

describe('a history that somebody edited', () => {
	it('is mended, and the person is told', async () => {
		const { main } = here.story;
		const [person] = attendees(main).filter(({ crm }) => crm === 'known');
		if (person === undefined) throw new Error('The story has nobody who is known');
		const contact = here.sandbox.hubspot.contactByEmail(person.email);
		if (contact === undefined) throw new Error('The contact is gone');
		contact.properties.n8n_webinar_history = 'met at the fair';
		const [told] = outcomes(await sync(here, itemsOf(here, main, [person])));
		expect(told?.result).toBe('synced');
		expect(told?.steps.properties?.message).toContain('could not be read');
		expect(parseHistory(contact.properties.n8n_webinar_history ?? '').state).toBe('readable');
	});

	it('of a newer version is left alone', async () => {
		const { main } = here.story;
		const [person] = attendees(main).filter(({ crm }) => crm === 'known');
		if (person === undefined) throw new Error('The story has nobody who is known');
		const contact = here.sandbox.hubspot.contactByEmail(person.email);
		if (contact === undefined) throw new Error('The contact is gone');
		contact.properties.n8n_webinar_history = '{"v":9}';
		const [told] = outcomes(await sync(here, itemsOf(here, main, [person])));
		expect(told).toMatchObject({ result: 'failed', reason: 'vendorRejected' });
		expect(told?.repair).toContain('Update');
		expect(contact.properties.n8n_webinar_history).toBe('{"v":9}');
	});
});
