import { isChosen, readWebinarIds, type Choice } from '../../../../nodes/Zoom/webhook/choice';
import {
	readChoice,
	readSecrets,
	readWindowSeconds,
} from '../../../../nodes/Zoom/webhook/settings';
import { shapeWebinarEnded, type WebinarEndedItem } from '../../../../nodes/Zoom/webhook/shape';
import { endedEvent } from './ended';

const EVERYTHING: Choice = {
	events: ['webinar.ended'],
	webinarIds: [],
	topicContains: '',
	includePracticeSessions: false,
};

function item(object: Record<string, unknown> = {}): WebinarEndedItem {
	const shaped = shapeWebinarEnded(endedEvent(object));
	if (shaped === null) throw new Error('not an event of a webinar');
	return shaped;
}

describe('which events start the workflow', () => {
	test('every webinar without filters', () => {
		expect(isChosen(item(), EVERYTHING)).toBe(true);
	});

	test('no event that is not chosen', () => {
		expect(isChosen(item(), { ...EVERYTHING, events: [] })).toBe(false);
		expect(isChosen(item(), { ...EVERYTHING, events: ['webinar.started'] })).toBe(false);
	});

	test('practice sessions only when asked for', () => {
		const practice = item({ practice_session: true });
		expect(isChosen(practice, EVERYTHING)).toBe(false);
		expect(isChosen(practice, { ...EVERYTHING, includePracticeSessions: true })).toBe(true);
	});

	test('only the listed webinars', () => {
		const choice = { ...EVERYTHING, webinarIds: ['1234567890', '5'] };
		expect(isChosen(item(), choice)).toBe(true);
		expect(isChosen(item({ id: 5 }), choice)).toBe(true);
		expect(isChosen(item({ id: '123456789' }), choice)).toBe(false);
	});

	test('only topics that contain the text, in any case', () => {
		const choice = { ...EVERYTHING, topicContains: 'PRODUCT Update' };
		expect(isChosen(item({ topic: 'Our product update: autumn' }), choice)).toBe(true);
		expect(isChosen(item({ topic: 'Our product' }), choice)).toBe(false);
		expect(isChosen(item({ topic: undefined }), choice)).toBe(false);
	});
});

describe('settings as users type them', () => {
	test.each([
		['852 1234 5678, 987-6543-2100', ['85212345678', '98765432100']],
		[' 1 ,, 2 ; 3\n4, ', ['1', '2', '3', '4']],
		['', []],
		[' , ', []],
	])('webinar IDs %j', (text, expected) => {
		expect(readWebinarIds(text)).toEqual(expected);
	});

	test('an ID that an expression gives as a number', () => {
		expect(readChoice(['webinar.ended'], { webinarIds: 85212345678 }).webinarIds).toEqual([
			'85212345678',
		]);
	});

	test('nothing set is everything but practice sessions', () => {
		expect(readChoice(['webinar.ended'], {})).toEqual(EVERYTHING);
	});

	test('blanks around the topic do not count', () => {
		expect(readChoice([], { topicContains: ' demo ' }).topicContains).toBe('demo');
	});

	test.each([
		[undefined, 7200],
		['', 7200],
		[0, 7200],
		[-10, 7200],
		['x', 7200],
		[Infinity, 7200],
		[5, 300],
		['30', 1800],
	])('a window of %j minutes is %d seconds', (minutes, seconds) => {
		expect(readWindowSeconds({ acceptUpToMinutes: minutes })).toBe(seconds);
	});

	test('secrets: the current one first, without blanks around them, empty ones left out', () => {
		expect(
			readSecrets({ webhookSecretToken: ' new\n', previousWebhookSecretToken: 'old' }),
		).toEqual(['new', 'old']);
		expect(readSecrets({ webhookSecretToken: ' ', previousWebhookSecretToken: '' })).toEqual([]);
		expect(readSecrets({})).toEqual([]);
	});
});
