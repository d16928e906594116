import fc from 'fast-check';

import type { EngagementLevel, EngagementSignal } from '../../../nodes/shared/model/engagement';
import { engagementLevel, type Interactions } from '../../../nodes/shared/model/engagementLevel';

const ALL: EngagementSignal[] = [
	'duration',
	'polls',
	'questions',
	'surveys',
	'chat',
	'files',
	'links',
];
/** Signals of a Zoom webinar with polls and Q&A. */
const ZOOM: EngagementSignal[] = ['duration', 'polls', 'questions'];
const NOTHING: Interactions = {
	attendedPercent: 100,
	pollsAnswered: 0,
	pollsHeld: 3,
	questionsAsked: 0,
	chatMessages: 0,
	filesDownloaded: 0,
	linksClicked: 0,
};

/** https://experienceleague.adobe.com/en/docs/marketo/using/product-docs/demand-generation/events/interactive-webinars/engagement-dashboard */
describe("Adobe's rule, with every signal known", () => {
	test.each<[string, Partial<Interactions>, EngagementLevel]>([
		[
			'all polls and a question at 80 %',
			{ attendedPercent: 80, pollsAnswered: 3, questionsAsked: 1 },
			'high',
		],
		[
			'a file and a question at 80 %',
			{ attendedPercent: 80, filesDownloaded: 1, questionsAsked: 1 },
			'high',
		],
		[
			'5 chat messages and a question at 80 %',
			{ attendedPercent: 80, chatMessages: 5, questionsAsked: 1 },
			'high',
		],
		[
			'the same at 79.9 %',
			{ attendedPercent: 79.9, pollsAnswered: 3, questionsAsked: 1 },
			'medium',
		],
		['all polls, no question', { pollsAnswered: 3 }, 'medium'],
		['4 chat messages and a question', { chatMessages: 4, questionsAsked: 1 }, 'medium'],
		['not all polls and a question', { pollsAnswered: 2, questionsAsked: 1 }, 'medium'],
		['one poll at 60 %', { attendedPercent: 60, pollsAnswered: 1 }, 'medium'],
		['one question at 60 %', { attendedPercent: 60, questionsAsked: 1 }, 'medium'],
		['one file at 60 %', { attendedPercent: 60, filesDownloaded: 1 }, 'medium'],
		['one link at 60 %', { attendedPercent: 60, linksClicked: 1 }, 'medium'],
		['3 chat messages at 60 %', { attendedPercent: 60, chatMessages: 3 }, 'medium'],
		['2 chat messages at 60 %', { attendedPercent: 60, chatMessages: 2 }, 'low'],
		['everything at 59.9 %', { attendedPercent: 59.9, pollsAnswered: 3, questionsAsked: 4 }, 'low'],
		['nothing at 100 %', {}, 'low'],
	])('%s: %s', (_, facts, level) => {
		expect(engagementLevel({ ...NOTHING, ...facts }, ALL)).toBe(level);
	});
});

describe('with the signals that a platform gives', () => {
	test.each<[string, EngagementSignal[], Partial<Interactions>, EngagementLevel]>([
		['Q&A only: a question is enough', ['duration', 'questions'], { questionsAsked: 1 }, 'high'],
		['Q&A only: silence', ['duration', 'questions'], {}, 'low'],
		['polls only: all of them are enough', ['duration', 'polls'], { pollsAnswered: 3 }, 'high'],
		['polls only: one of three', ['duration', 'polls'], { pollsAnswered: 1 }, 'medium'],
		['links only: 80 % is all that is left to ask', ['links'], {}, 'high'],
		['links only below 80 %', ['links'], { attendedPercent: 70 }, 'low'],
		['time alone does not tell', ['duration'], {}, 'unknown'],
		['a survey comes after the webinar', ['duration', 'surveys'], {}, 'unknown'],
		['polls and Q&A, as Zoom gives them', ZOOM, { pollsAnswered: 3, questionsAsked: 1 }, 'high'],
	])('%s: %s', (_, basis, facts, level) => {
		expect(engagementLevel({ ...NOTHING, ...facts }, basis)).toBe(level);
	});
});

const LEVELS: readonly EngagementLevel[] = ['low', 'medium', 'high'];
const height = (level: EngagementLevel): number => LEVELS.indexOf(level);
const count = fc.integer({ min: 0, max: 6 });
const person: fc.Arbitrary<Interactions> = fc.record({
	attendedPercent: fc.constantFrom(0, 30, 59.9, 60, 79.9, 80, 100),
	pollsAnswered: count,
	pollsHeld: fc.integer({ min: 1, max: 6 }),
	questionsAsked: count,
	chatMessages: count,
	filesDownloaded: count,
	linksClicked: count,
});
const basis = fc.subarray(ALL);
const FACT = {
	polls: 'pollsAnswered',
	questions: 'questionsAsked',
	chat: 'chatMessages',
	files: 'filesDownloaded',
	links: 'linksClicked',
} as const;
type Interaction = keyof typeof FACT;
const interaction = fc.constantFrom<Interaction>('polls', 'questions', 'chat', 'files', 'links');

describe('invariants', () => {
	test('a signal that is absent never lowers: learning that somebody did nothing never raises', () => {
		fc.assert(
			fc.property(person, basis, interaction, (facts, given, signal) => {
				const silent = { ...facts, [FACT[signal]]: 0 };
				const without = engagementLevel(
					silent,
					given.filter((one) => one !== signal),
				);
				const withIt = engagementLevel(silent, [...given, signal]);
				if (without === 'unknown') return;
				expect(height(withIt)).toBeLessThanOrEqual(height(without));
			}),
			{ numRuns: 1000 },
		);
	});

	test('doing more never lowers', () => {
		fc.assert(
			fc.property(person, basis, interaction, count, (facts, given, signal, more) => {
				const busier = { ...facts, [FACT[signal]]: facts[FACT[signal]] + more };
				expect(height(engagementLevel(busier, given))).toBeGreaterThanOrEqual(
					height(engagementLevel(facts, given)),
				);
			}),
			{ numRuns: 1000 },
		);
	});

	test('staying longer never lowers', () => {
		fc.assert(
			fc.property(person, basis, fc.integer({ min: 0, max: 100 }), (facts, given, more) => {
				const longer = { ...facts, attendedPercent: Math.min(100, facts.attendedPercent + more) };
				expect(height(engagementLevel(longer, given))).toBeGreaterThanOrEqual(
					height(engagementLevel(facts, given)),
				);
			}),
		);
	});

	test('duration and survey change nothing, and the order of the signals neither', () => {
		fc.assert(
			fc.property(person, basis, (facts, given) => {
				const level = engagementLevel(facts, given);
				expect(engagementLevel(facts, [...given, 'duration', 'surveys'])).toBe(level);
				expect(engagementLevel(facts, [...given].reverse())).toBe(level);
			}),
		);
	});
});
