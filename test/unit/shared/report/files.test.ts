import fc from 'fast-check';

import { reportFileName } from '../../../../nodes/shared/report/files';
import { hostile, webinar } from './samples';

const nameOf = (topic: string): string =>
	reportFileName('webinar-report', webinar({ topic }), 'Europe/Berlin', 'html');

test('a file is named by what it is, the topic, and the start in the zone', () => {
	expect(nameOf('Webinars with "n8n" & friends: année zéro 🎬')).toBe(
		'webinar-report-webinars-with-n8n-friends-année-zéro-2026-10-14-1602.html',
	);
	expect(nameOf('???')).toBe('webinar-report-2026-10-14-1602.html');
	expect(nameOf('x'.repeat(500)).length).toBeLessThan(120);
});

test('nothing in a topic leads to another folder or breaks a header', () => {
	fc.assert(
		fc.property(hostile, (topic) => {
			expect(nameOf(topic)).toMatch(/^[\p{L}\p{N}-]+\.html$/u);
		}),
	);
});

test('without any date there is none in the name', () => {
	const undated = webinar({ startTime: null, scheduledStartTime: null, topic: 'Talk' });
	expect(reportFileName('webinar-people', undated, 'UTC', 'csv')).toBe('webinar-people-talk.csv');
});
