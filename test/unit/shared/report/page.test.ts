import fc from 'fast-check';

import { bounded, ON_PAGE } from '../../../../nodes/shared/report/bounded';
import { pageOf } from '../../../../nodes/shared/report/page/page';
import { content, figures, hostile, person, webinar } from './samples';

/** The page of a webinar where every text is this one. */
function pageWith(text: string): string {
	const reply = { question: text, answers: [text] };
	const said = {
		...{ email: text, name: text, polls: [reply], surveys: [reply] },
		questions: [{ question: text, answer: text, askedAt: '2026-10-14T14:10:00Z' }],
	};
	const told = { people: [person({ stays: [[0, 60]], source: text }), person()], said: [said] };
	return pageOf(
		content({
			webinar: webinar({ topic: text, webinarId: text }),
			figures: bounded(figures(told), ON_PAGE),
			notes: [text],
		}),
	);
}

/** Names of the elements, in order. */
const elements = (page: string): string[] =>
	[...page.matchAll(/<(\/?[a-z!]\w*)[^>]*>/gi)].map(([, tag]) => tag!);

/** What a text becomes that is shown at all, and so has an element around it. */
const isShown = (text: string): boolean => /[^\p{Cc}\p{Cs}\s\u2028\u2029]/u.test(text);

test('nobody can put markup into it: the elements are the same whatever anybody wrote', () => {
	const plain = elements(pageWith('plain'));
	expect(plain.length).toBeGreaterThan(100);
	fc.assert(
		fc.property(hostile.filter(isShown), (text) => {
			expect(elements(pageWith(`x${text}`))).toEqual(plain);
		}),
	);
});

test('it names no address, runs no script and forbids everything from elsewhere', () => {
	const page = pageWith('https://tracker.example/x.png <script src="https://tracker.example">');
	expect(page).toContain('default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;');
	expect(page.match(/<(script|link|img|iframe|object|embed|form|a|base)\b/gi)).toBeNull();
	expect(page.match(/<[^>]*\s(on\w+|href|src|srcset|action)=/gi)).toBeNull();
	expect(page.match(/url\(|@import/gi)).toBeNull();
});

test('tells in numbers what its charts draw', () => {
	const page = pageOf(content());
	const text = page
		.replace(/<style>[^]*<\/style>/, '')
		.replace(/<[^>]*>/g, ' ')
		.replace(/\s+/g, ' ');
	expect(text).toContain('Registered 2');
	expect(text).toContain('Show-up rate 50%');
	expect(text).toContain('Wednesday, 14 October 2026, 16:02–17:02 Europe/Berlin (UTC+2) · 1 h');
	expect(text).toContain('1 attendee was in at once, first at 16:02.');
	expect(page).toContain('aria-label="2 registrants: Attended 1, No-shows 1"');
});

test('says in words what is missing', () => {
	const none = { registrationRequired: false };
	const people = [person({ registered: false, stays: [[0, 60]] })];
	const page = pageOf(
		content({ webinar: webinar(none), figures: figures({ people, webinar: webinar(none) }) }),
	);
	expect(page).toContain('The webinar had no registration');
	expect(page).not.toContain('<svg class="donut"');
	const untold = { registrationRequired: null };
	const other = figures({ people, webinar: webinar(untold) });
	expect(pageOf(content({ webinar: webinar(untold), figures: other }))).toContain(
		'It is not known who registered',
	);
});

test.each(['nobodyAttended', 'neverStarted'] as const)('of a session with %s says so', (reason) => {
	const empty = figures({ people: [] });
	const page = pageOf(content({ figures: empty, reason, webinar: webinar({ startTime: null }) }));
	expect(page).toContain('class="callout"');
	expect(page).not.toContain('Attendance over time');
	expect(page).not.toMatch(/NaN|undefined|Invalid|null/);
});

test('nothing that can be missing shows up as such', () => {
	const bare = webinar({
		...{ topic: '', scheduledStartTime: null, scheduledEndTime: null, startTime: null },
		...{ endTime: null, durationSeconds: 0, registrationRequired: null },
	});
	const page = pageOf(content({ webinar: bare, figures: figures({ people: [], webinar: bare }) }));
	expect(page).toContain('No date');
	expect(page).not.toMatch(/NaN|undefined|Invalid|null/);
});
