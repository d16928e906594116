import { engagementNote, isNoteOf } from '../../../nodes/HubSpot/mapping/engagement';
import { readPerson } from '../../../nodes/shared/items/person';

const PART = { level: 'high', polls: 2, questions: 1 };

function session() {
	const { session: read } = readPerson({
		attendanceStatus: 'attended',
		webinar: {
			webinarId: '1',
			topic: '<script>alert(1)</script>',
			startTime: '2026-01-01T10:00:00Z',
			endTime: '2026-01-01T11:00:00Z',
		},
	});
	if (read === null) throw new Error('No session');
	return read;
}

describe('a note on the engagement', () => {
	it('holds no markup of anybody else', () => {
		const told = { polls: [{ question: '<img src=x>', answer: '&' }] };
		const html = engagementNote(PART, told, session(), 'a:1');
		expect(html).not.toMatch(/<(script|img)/);
		expect(html).toContain('&lt;img src=x&gt;<br>&amp;');
	});

	it('fits into HubSpot, says what is left out, and is found again', () => {
		const questions = Array.from({ length: 500 }, () => ({
			question: '<'.repeat(400),
			answer: '',
		}));
		const html = engagementNote(PART, { questions }, session(), 'a:1');
		expect(html.length).toBeLessThanOrEqual(65_536);
		expect(html).toMatch(/… and \d+ more/);
		expect(isNoteOf(html, 'a:1')).toBe(true);
		expect(isNoteOf(html, 'a:2')).toBe(false);
	});

	it('takes what is no list for nothing', () => {
		const html = engagementNote(PART, { polls: 'x', questions: 7 }, session(), 'a:1');
		expect(html).toContain('Level: high. Polls answered: 2. Questions asked: 1.');
	});
});
