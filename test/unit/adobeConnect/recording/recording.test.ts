import fc from 'fast-check';

import type { Run } from '../../../../nodes/AdobeConnect/mapping/run';
import { runOfRecording } from '../../../../nodes/AdobeConnect/mapping/recordedRuns';
import {
	conversionOf,
	toFile,
	toRecording,
	toViews,
	type AdobeFile,
} from '../../../../nodes/AdobeConnect/mapping/recording';
import { childOf, childrenOf, NOTHING } from '../../../../nodes/AdobeConnect/xml/element';
import { parseXml } from '../../../../nodes/AdobeConnect/xml/parse';

function row(attributes: string, children: string): AdobeFile | undefined {
	const xml = `<results><recordings><sco ${attributes}>${children}</sco></recordings></results>`;
	const root = parseXml(xml);
	return 'trouble' in root ? undefined : toFile(childOf(root, 'recordings', 'sco'));
}

const ATTRIBUTES =
	'sco-id="1" source-sco-id="9" folder-id="9" type="content" icon="archive" job-status=""';
const BEGIN = '<date-begin>2026-12-01T10:00:10.000-08:00</date-begin>';
const END = '<date-end>2026-12-01T10:58:30.000-08:00</date-end>';
const PATH = '<url-path>/p6sample01/</url-path>';

test('a row of list-recordings becomes a recording with its page', () => {
	const file = row(ATTRIBUTES, `<name>Sample_0</name>${PATH}${BEGIN}${END}`)!;
	expect(file).toMatchObject({ key: '1', kind: 'archive', state: 'ready', folderId: '9' });
	expect(toRecording(file, 'https://a.example', true)).toEqual({
		recordingId: '1',
		type: 'archive',
		startTime: '2026-12-01T18:00:10Z',
		endTime: '2026-12-01T18:58:30Z',
		fileType: 'video',
		sizeBytes: null,
		url: 'https://a.example/p6sample01/',
		shareUrl: 'https://a.example/p6sample01/',
		passcode: '',
		transcriptText: null,
		transcriptSegments: null,
		views: null,
	});
	expect(JSON.stringify(toRecording(file, 'https://a.example', false))).not.toContain('http');
});

test.each([
	['<duration>00:58:20</duration>', '2026-12-01T18:58:30Z'],
	['<duration>00:02:58.250</duration>', '2026-12-01T18:03:08Z'],
	['<duration>3500</duration>', '2026-12-01T18:58:30Z'],
	['<duration>long</duration>', null],
	['', null],
])('without an end, %j tells it', (duration, end) => {
	const file = row(ATTRIBUTES, `${PATH}${BEGIN}${duration}`)!;
	expect(file.endTime).toBe(end);
	expect(file.state).toBe(end === null ? 'processing' : 'ready');
});

test.each([
	['', 'ready'],
	['job-completed', 'ready'],
	['job-pending', 'processing'],
	['job-running', 'processing'],
	['job-failed', 'failed'],
	['something new', 'processing'],
])('a conversion whose job is %j is %s', (job, state) => {
	const attributes = `sco-id="2" icon="mp4-archive" job-status="${job}"`;
	expect(row(attributes, BEGIN + END)!.state).toBe(state);
});

test.each(['/p1/../admin/', '//evil.example/', '/p1?x=/', '/p 1/', 'p1/', '/p1', 'https://e.x/'])(
	'%s is no path of a recording',
	(path) => {
		const file = row(ATTRIBUTES, `<url-path>${path}</url-path>${BEGIN}${END}`)!;
		expect(file.urlPath).toBe('');
		expect(toRecording(file, 'https://a.example', true).url).toBe('');
	},
);

test('what has no ID is no recording, and nonsense does not throw', () => {
	expect(toFile(NOTHING)).toBeUndefined();
	expect(row('icon="archive"', BEGIN)).toBeUndefined();
	fc.assert(
		fc.property(fc.string(), fc.string(), (date, duration) => {
			const element = (name: string, text: string) => ({
				name,
				text,
				attributes: {},
				children: [],
			});
			const children = [element('date-begin', date), element('duration', duration)];
			toFile({ name: 'sco', text: '', attributes: { 'sco-id': '1' }, children });
		}),
	);
});

test('a missing collection, one and many', () => {
	const rows = (xml: string) => {
		const root = parseXml(`<results>${xml}</results>`);
		return 'trouble' in root ? [] : childrenOf(root, 'recordings', 'sco');
	};
	expect(rows('')).toHaveLength(0);
	expect(rows('<recordings/>')).toHaveLength(0);
	expect(rows('<recordings><sco sco-id="1"/></recordings>')).toHaveLength(1);
	expect(rows('<recordings><sco sco-id="1"/><sco sco-id="2"/></recordings>')).toHaveLength(2);
});

describe('the MP4 of a recording', () => {
	const archive = row(ATTRIBUTES, BEGIN + END)!;
	const mp4 = (over: Partial<AdobeFile>): AdobeFile => ({
		...archive,
		key: '2',
		recordingId: '2',
		kind: 'mp4-archive',
		...over,
	});
	test.each([
		['names it', mp4({ sourceId: '1', startTime: null, folderId: '5' }), true],
		['began with it in the same room', mp4({}), true],
		['began with it in another room', mp4({ folderId: '5' }), false],
		['began at another time', mp4({ startTime: '2026-12-01T18:00:11Z' }), false],
		['is not done', mp4({ sourceId: '1', state: 'processing' }), false],
	])('which %s: %s', (_, other, expected) => {
		expect(conversionOf(archive, [archive, other]) !== undefined).toBe(expected);
	});
});

test.each([
	['views="3"', { count: 3, lastViewedAt: '2026-12-02T08:00:00Z' }],
	['views="0"', { count: 0, lastViewedAt: '2026-12-02T08:00:00Z' }],
	['views=""', null],
	['views="-1"', null],
	['views="many"', null],
])('a report with %s', (attribute, views) => {
	const date = '<last-viewed-date>2026-12-02T00:00:00.000-08:00</last-viewed-date>';
	const root = parseXml(
		`<results><report-sco-views ${attribute}>${date}</report-sco-views></results>`,
	);
	expect('trouble' in root ? undefined : toViews(childOf(root, 'report-sco-views'))).toEqual(views);
});

describe('the run of a recording', () => {
	const minute = 60_000;
	const at = (minutes: number) => new Date(Date.UTC(2026, 0, 1) + minutes * minute).toISOString();
	const run = (sessionId: string, from: number, to: number | null): Run => ({
		sessionId,
		startTime: at(from),
		endTime: to === null ? null : at(to),
	});
	const of = (runs: Run[], from: number, to: number | null) =>
		runOfRecording(runs, { startTime: at(from), endTime: to === null ? null : at(to) })?.sessionId;

	test('is the one it shares most with', () => {
		const runs = [run('a', 0, 60), run('b', 60, 120), run('c', 200, null)];
		expect(of(runs, 5, 50)).toBe('a');
		expect(of(runs, 55, 110)).toBe('b');
		expect(of(runs, 210, null)).toBe('c');
		expect(of(runs, 140, 150)).toBeUndefined();
		expect(of(runs, 121, 122)).toBe('b');
		expect(runOfRecording(runs, { startTime: null, endTime: null })).toBeUndefined();
	});

	test('whatever else was held in the room, a recording within one run is of that run', () => {
		const spans = fc.array(fc.tuple(fc.nat(50), fc.integer({ min: 5, max: 60 })), {
			minLength: 1,
			maxLength: 8,
		});
		fc.assert(
			fc.property(spans, fc.nat(7), (gaps, which) => {
				let now = 0;
				const runs = gaps.map(([gap, length], index) => {
					now += gap + 3;
					const one = run(String(index), now, now + length);
					now += length;
					return { one, begin: now - length, end: now };
				});
				const chosen = runs[which % runs.length]!;
				expect(
					of(
						runs.map(({ one }) => one),
						chosen.begin + 1,
						chosen.end - 1,
					),
				).toBe(chosen.one.sessionId);
			}),
		);
	});
});
