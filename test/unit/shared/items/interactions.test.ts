import { readInteractions } from '../../../../nodes/shared/items/interactions';
import { readPerson } from '../../../../nodes/shared/items/person';

describe('what an item tells of interactions', () => {
	it('is one entry per answer where the item carries the texts', () => {
		const told = readInteractions({
			pollsAnswered: 1,
			questionsAsked: 1,
			surveyAnswered: true,
			polls: [{ question: 'Size?', answer: 'Small', answeredAt: '2026-01-01T10:05:00+01:00' }],
			questions: [{ question: 'When?', answer: '', askedAt: null }],
			surveys: [{ question: 'Liked it?', answer: 'Yes' }],
		});
		expect(told).toEqual([
			{ kind: 'poll', text: 'Size?', answer: 'Small', count: 1, at: '2026-01-01T09:05:00Z' },
			{ kind: 'question', text: 'When?', answer: '', count: 1, at: null },
			{ kind: 'survey', text: 'Liked it?', answer: 'Yes', count: 1, at: null },
		]);
	});

	it('is one entry per kind where the platform only counts', () => {
		const told = readInteractions({
			pollsAnswered: 3,
			questionsAsked: 0,
			surveyAnswered: false,
			chatMessages: 7,
			filesDownloaded: 2,
			linksClicked: 1,
		});
		expect(told.map(({ kind, count }) => [kind, count])).toEqual([
			['poll', 3],
			['download', 2],
			['link', 1],
			['chat', 7],
		]);
	});

	it('leaves out what cannot be read', () => {
		expect(
			readInteractions({
				polls: ['no', {}, { question: 5 }],
				questions: 'no',
				chatMessages: -2,
				linksClicked: 'many',
				surveyAnswered: 'yes',
			}),
		).toEqual([{ kind: 'poll', text: '5', answer: '', count: 1, at: null }]);
	});
});

describe('a person of an item', () => {
	it('keeps the status itself, so that on-demand viewers can be told from no-shows', () => {
		const statusOf = (attendanceStatus: unknown) => readPerson({ attendanceStatus });
		expect(statusOf('attendedOnDemand')).toMatchObject({
			attendanceStatus: 'attendedOnDemand',
			attended: false,
		});
		expect(statusOf('attended')).toMatchObject({ attendanceStatus: 'attended', attended: true });
		expect(statusOf('came')).toMatchObject({ attendanceStatus: 'unknown' });
	});

	it('keeps the ID of the registration', () => {
		expect(readPerson({ registrant: { registrantId: ' abc ' } }).registrantId).toBe('abc');
	});
});
