import fc from 'fast-check';

import { HISTORY_PROPERTY, PROPERTY_DEFINITIONS } from '../../../nodes/HubSpot/mapping/definitions';
import {
	countedStay,
	EMPTY_HISTORY,
	isRegistered,
	type HistoryEntry,
} from '../../../nodes/HubSpot/mapping/history';
import { fitHistory } from '../../../nodes/HubSpot/mapping/historyFold';
import { changedProperties, computeProperties } from '../../../nodes/HubSpot/mapping/properties';
import { entries, entry, entryOf, report } from './samples';

const sessions = fc
	.array(entries, { maxLength: 30 })
	.map((all) => all.map((each, index): [string, HistoryEntry] => [`zoom:${index}:s`, each]));

function computed(all: ReadonlyArray<[string, HistoryEntry]>): Record<string, string> {
	return computeProperties({ ...EMPTY_HISTORY, entries: new Map(all) });
}

describe('properties counted from a history', () => {
	it('equal a naive count', () => {
		fc.assert(
			fc.property(sessions, (all) => {
				const values = computed(all);
				const attended = all.flatMap(([, each]) => countedStay(each) ?? []);
				const sum = attended.reduce((total, { percent }) => total + Math.round(percent * 10), 0);
				const mean = attended.length === 0 ? '' : String(Math.round(sum / attended.length) / 10);
				const registered = all.filter(([, each]) => isRegistered(each));
				expect(values.n8n_webinar_registration_count).toBe(String(registered.length));
				expect(values.n8n_webinar_attendance_count).toBe(String(attended.length));
				expect(values.n8n_webinar_attendance_average_duration).toBe(mean);
			}),
		);
	});

	it('are all of ours and nothing else, and never longer than HubSpot takes', () => {
		const names = PROPERTY_DEFINITIONS.map(({ name }) => name).sort();
		fc.assert(
			fc.property(sessions, (all) => {
				expect(Object.keys(computed(all)).sort()).toEqual(names);
			}),
		);
	});

	it('speak of the latest registration and the latest attendance', () => {
		const values = computed([
			['zoom:1:a', entry({ topic: 'Old', registeredAt: '2026-03-01T00:00:00Z' })],
			[
				'zoom:2:b',
				entry({
					topic: 'New',
					start: '2026-02-01T10:00:00Z',
					registeredAt: '2026-01-01T00:00:00Z',
					attended: true,
					seconds: 1234,
					percent: 34.3,
				}),
			],
		]);
		expect(values).toMatchObject({
			n8n_webinar_last_registered: 'Old',
			n8n_webinar_last_attended_id: '2',
			n8n_webinar_last_attended_name: 'New',
			n8n_webinar_last_attended_seconds: '1234',
			n8n_webinar_last_attended_percent: '34.3',
			n8n_webinar_attendance_average_duration: '34.3',
		});
	});

	it('speak of the registrations that stand, with their links', () => {
		const registration = (at: string, cancelled: boolean) => ({
			...report(),
			attendance: undefined,
			registration: { cancelled, at, joinUrl: `https://j/${at}`, url: `https://r/${at}` },
		});
		const values = computed([
			['acc:1', entryOf([registration('2026-01-01T00:00:00Z', false)])],
			['acc:2', entryOf([registration('2026-02-01T00:00:00Z', true)])],
		]);
		expect(values).toMatchObject({
			n8n_webinar_registration_count: '1',
			n8n_webinar_last_registered_url: 'https://r/2026-01-01T00:00:00Z',
			n8n_webinar_join_link: 'https://j/2026-01-01T00:00:00Z',
		});
	});

	it('tell the engagement in the webinar attended last', () => {
		const engagement = { level: 'high', polls: 3, questions: 0 };
		expect(computed([['acc:1', entry({ attended: true, engagement })]])).toMatchObject({
			n8n_webinar_last_engagement_level: 'high',
			n8n_webinar_last_polls_answered: '3',
			n8n_webinar_last_questions_asked: '0',
		});
	});

	it('are zero and empty for somebody who never registered nor came', () => {
		expect(computed([['zoom:1:a', entry({})]])).toMatchObject({
			n8n_webinar_registration_count: '0',
			n8n_webinar_attendance_count: '0',
			n8n_webinar_attendance_average_duration: '',
			n8n_webinar_last_registered: '',
			n8n_webinar_last_attended_seconds: '',
		});
	});

	it('stay the same when the oldest sessions are folded', () => {
		const all = Array.from({ length: 900 }, (_, index): [string, HistoryEntry] => {
			const start = new Date(Date.parse('2020-01-01T00:00:00Z') + index * 3_600_000);
			return [
				`zoom:${index}:s`,
				entry({
					topic: `Webinar ${index}`,
					start: start.toISOString(),
					...(index % 2 === 0 && { registeredAt: start.toISOString() }),
					// The last one attended is an old one, which would be folded first.
					attended: index < 10,
					seconds: index,
					percent: index / 10,
				}),
			];
		});
		const history = { ...EMPTY_HISTORY, entries: new Map(all) };
		const fitted = fitHistory(history);
		if (fitted === null) throw new Error('must fit');
		expect(fitted.folded.size).toBeGreaterThan(500);
		const shown = (values: Record<string, string>) =>
			Object.entries(values).filter(([name]) => name !== HISTORY_PROPERTY);
		expect(shown(computeProperties(fitted))).toEqual(shown(computeProperties(history)));
	});
});

describe('what differs', () => {
	it('is nothing when HubSpot writes a number in another way', () => {
		const wanted = { n8n_webinar_attendance_count: '2' };
		expect(changedProperties({ n8n_webinar_attendance_count: '2.0' }, wanted)).toEqual({});
	});

	it('is a text that only looks like the same number', () => {
		const wanted = { n8n_webinar_last_attended_name: '2' };
		expect(changedProperties({ n8n_webinar_last_attended_name: '2.0' }, wanted)).toEqual(wanted);
	});

	it('is not an empty value that HubSpot does not show', () => {
		expect(changedProperties({}, { n8n_webinar_last_registered: '' })).toEqual({});
	});

	it('is a value that is to be cleared', () => {
		const wanted = { n8n_webinar_last_registered: '' };
		expect(changedProperties({ n8n_webinar_last_registered: 'Old' }, wanted)).toEqual(wanted);
	});
});

describe('definitions', () => {
	it('have names that HubSpot takes and one group', () => {
		for (const { name, groupName } of PROPERTY_DEFINITIONS) {
			expect(name).toMatch(/^[a-z][a-z0-9_]*$/);
			expect(groupName).toBe('n8n_webinars');
		}
	});
});
