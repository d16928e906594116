import fc from 'fast-check';

import {
	firstCheckpoint,
	keptCheckpoint,
	moved,
	readCheckpoint,
} from '../../../../nodes/AdobeConnect/polling/checkpoint';
import { lookForRegistrants } from '../../../../nodes/AdobeConnect/polling/registered';
import { goRound } from '../../../../nodes/AdobeConnect/polling/round';
import type { Settings } from '../../../../nodes/AdobeConnect/polling/settings';
import { JoinLinks } from '../../../../nodes/AdobeConnect/actions/people/joinLinks';
import { adobeError } from '../../../../nodes/AdobeConnect/transport/errors';
import type { AdobeClient, AdobeRequest } from '../../../../nodes/AdobeConnect/transport/request';
import { parseXml } from '../../../../nodes/AdobeConnect/xml/parse';
import type { XmlElement } from '../../../../nodes/AdobeConnect/xml/element';

const BEGIN = Date.parse('2026-11-20T10:00:00Z');
const ROOMS = ['2', '7', '30'];
const SETTINGS: Settings = {
	event: 'webinar.registration_created',
	webinars: [],
	kinds: ['meeting'],
	statuses: [],
	joinLinks: new JoinLinks('', ''),
	afterEndMs: 0,
	anyTime: false,
	beforeActivationMs: 0,
	mostCalls: 10,
};

/** Three rooms whose people come and go, and a trigger that watches them. */
class Rooms {
	readonly people = new Map(ROOMS.map((id) => [id, new Set<string>()]));
	readonly handedOver: string[] = [];
	closed = new Set<string>();
	kept: unknown;
	private calls = 0;

	async poll(now: number, isLost: boolean): Promise<void> {
		this.calls = 0;
		const stored: unknown = JSON.parse(JSON.stringify(this.kept ?? null));
		const before = readCheckpoint(stored) ?? firstCheckpoint(now);
		const watched = ROOMS.map((id) => ({
			id,
			place: {
				webinarId: id,
				kind: 'meeting' as const,
				roomId: id,
				occurrenceId: '',
				plan: { scheduledStartTime: null, scheduledEndTime: null },
			},
		}));
		const { items, poll } = await goRound(this.client(), watched, before, {
			settings: SETTINGS,
			now,
			deadline: Infinity,
			lateMs: 0,
			look: lookForRegistrants,
			isLikely: () => false,
		});
		if (isLost) return;
		this.handedOver.push(...items.map(({ eventId }) => String(eventId)));
		this.kept = keptCheckpoint(moved(before, poll));
	}

	private client(): AdobeClient {
		const session = {
			cookie: '',
			accountId: '7',
			webAddress: 'https://acme.example.com',
			version: '12',
			timeZoneId: '85',
			timeZone: 'UTC',
		};
		return {
			call: async (request) => await Promise.resolve(this.answer(request)),
			session: async () => await Promise.resolve(session),
			account: {
				baseUrl: session.webAddress,
				signIn: { kind: 'password', login: 'x', password: 'x' },
				accountId: '7',
				ignoreCertificate: false,
				fingerprint: 'x',
			},
			calls: () => this.calls,
			signal: undefined,
		};
	}

	private answer({ action, parameters = [] }: AdobeRequest): XmlElement {
		this.calls += 1;
		const given = new Map(parameters.map(([name, value]) => [name, String(value)]));
		const id = given.get('acl-id') ?? given.get('sco-id') ?? '';
		if (this.closed.has(id)) throw denied();
		const ids = given.get('filter-start') === '0' ? [...this.people.get(id)!] : [];
		const rows = ids.map(
			(one) =>
				`<principal principal-id="${one}" permission-id="view"><name>P</name><login>p${one}@example.com</login></principal>`,
		);
		const body =
			action === 'sco-info'
				? `<sco sco-id="${id}" type="meeting"><date-created>2020-01-01T00:00:00Z</date-created></sco>`
				: `<permissions>${rows.join('')}</permissions>`;
		return parseXml(`<results>${body}</results>`) as XmlElement;
	}
}

function denied(): Error {
	return adobeError({
		status: 200,
		code: 'no-access/denied',
		message: 'closed',
		repair: '',
		reason: 'vendorRejected',
	});
}

const steps = fc.array(
	fc.record({
		come: fc.array(fc.tuple(fc.constantFrom(...ROOMS), fc.integer({ min: 1, max: 12 }))),
		go: fc.array(fc.tuple(fc.constantFrom(...ROOMS), fc.integer({ min: 1, max: 12 }))),
		closed: fc.uniqueArray(fc.constantFrom(...ROOMS), { maxLength: 2 }),
		isLost: fc.boolean(),
	}),
	{ maxLength: 15 },
);

test('whoever comes after the first look starts the workflow once, whichever polls and rooms fail', async () => {
	await fc.assert(
		fc.asyncProperty(steps, fc.nat({ max: 12 }), async (all, there) => {
			const rooms = new Rooms();
			for (const ids of rooms.people.values()) {
				for (let id = 1; id <= there; id += 1) ids.add(String(id));
			}
			// Until everybody was looked at once.
			for (let poll = 0; poll < 5; poll += 1) await rooms.poll(BEGIN + poll, false);
			expect(rooms.handedOver).toEqual([]);
			let now = BEGIN + 100;
			for (const { come, go, closed, isLost } of all) {
				now += 60_000;
				for (const [room, id] of come) rooms.people.get(room)!.add(String(id));
				for (const [room, id] of go) rooms.people.get(room)!.delete(String(id));
				rooms.closed = new Set(closed);
				await rooms.poll(now, isLost);
			}
			rooms.closed = new Set();
			for (let poll = 0; poll < 5; poll += 1) await rooms.poll((now += 60_000), false);
			const present = [...rooms.people].flatMap(([room, ids]) =>
				[...ids]
					.filter((id) => Number(id) > there)
					.map((id) => `webinar.registration_created/${room}/${id}`),
			);
			expect(new Set(rooms.handedOver).size).toBe(rooms.handedOver.length);
			expect(rooms.handedOver).toEqual(expect.arrayContaining(present));
			expect(rooms.handedOver.every((key) => Number(key.split('/')[2]) > there)).toBe(true);
		}),
		{ numRuns: 200 },
	);
});
