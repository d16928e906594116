import {
	judge,
	readHosts,
	readWebinarIds,
	type Choice,
} from '../../../../nodes/Zoom/webhook/choice';
import {
	readChoice,
	readSecrets,
	readWindowSeconds,
} from '../../../../nodes/Zoom/webhook/settings';
import type { TriggerItem } from '../../../../nodes/Zoom/webhook/shape';
import { endedEvent, itemOf } from './ended';

const EVERYTHING: Choice = {
	events: ['webinar.ended'],
	webinarIds: [],
	hosts: [],
	topicContains: '',
	includePracticeSessions: false,
};

const isChosen = (one: TriggerItem, choice: Choice): boolean => judge(one, choice) === 'wanted';

const item = (object: Record<string, unknown> = {}): TriggerItem => itemOf(endedEvent(object));

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
		expect(judge(item({ topic: undefined }), choice)).toBe('untold');
	});

	test('a renamed webinar by its old and by its new topic, but by no third one', () => {
		const renamed: TriggerItem = {
			...item({ topic: 'Autumn update' }),
			changes: [{ field: 'topic', from: 'Product demo', to: 'Autumn update' }],
		};
		for (const [topicContains, chosen] of [
			['demo', true],
			['AUTUMN', true],
			['winter', false],
		] as const) {
			expect(isChosen(renamed, { ...EVERYTHING, topicContains })).toBe(chosen);
		}
	});

	test.each([
		['the email, in any case', 'JChill@Example.com', true],
		['the user ID', 'x1yCzABCDEfg23HiJKl4mN', true],
		['the user ID in other case', 'x1yczabcdefg23hijkl4mn', false],
		['another email', 'other@example.com', false],
		['several, one of which it is', 'other@example.com; x1yCzABCDEfg23HiJKl4mN', true],
	])('hosts by %s', (_name, text, chosen) => {
		expect(isChosen(item(), { ...EVERYTHING, hosts: readHosts(text) })).toBe(chosen);
	});

	test('a host of whom an event says nothing is no host that was asked for', () => {
		const nobody = item({ host_id: undefined, host_email: '' });
		expect(judge(nobody, { ...EVERYTHING, hosts: ['jchill@example.com'] })).toBe('untold');
		expect(judge(nobody, EVERYTHING)).toBe('wanted');
	});
});

test('what one filter refuses is unwanted, whatever another one cannot tell', () => {
	const choice = { ...EVERYTHING, topicContains: 'demo', hosts: ['other@example.com'] };
	expect(judge(item({ topic: '' }), choice)).toBe('unwanted');
	expect(judge(item({ topic: '' }), { ...choice, webinarIds: ['5'] })).toBe('unwanted');
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
