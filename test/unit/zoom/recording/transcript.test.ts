import fc from 'fast-check';

import { parseTranscript, transcriptText } from '../../../../nodes/Zoom/mapping/transcript';

const cue = (start: number | null, end: number | null, speaker: string, text: string) => ({
	start,
	end,
	speaker,
	text,
});

describe('parseTranscript', () => {
	test('reads what Zoom writes', () => {
		const vtt = [
			'WEBVTT',
			'',
			'1',
			'00:00:05.120 --> 00:00:08.340',
			'Jane Doe: Hello everyone.',
			'',
			'2',
			'01:02:03.004 --> 01:02:04.000',
			'Jörg Müller-Lüdenscheidt: Guten Tag.',
			'',
		].join('\r\n');
		expect(parseTranscript(vtt)).toEqual([
			cue(5.12, 8.34, 'Jane Doe', 'Hello everyone.'),
			cue(3723.004, 3724, 'Jörg Müller-Lüdenscheidt', 'Guten Tag.'),
		]);
	});

	test.each([
		['a BOM', '\uFEFFWEBVTT\n\n00:00:01.000 --> 00:00:02.000\nA: b'],
		['lone carriage returns', 'WEBVTT\r\r00:00:01.000 --> 00:00:02.000\rA: b'],
		['no hours', 'WEBVTT\n\n00:01.000 --> 00:02.000\nA: b'],
		['a comma before the fraction', 'WEBVTT\n\n00:00:01,000 --> 00:00:02,000\nA: b'],
		['cue settings', 'WEBVTT\n\n00:01.000 --> 00:02.000 align:start position:0%\nA: b'],
		['no header', '00:00:01.000 --> 00:00:02.000\nA: b'],
		['a header with words', 'WEBVTT - made by Zoom\nLanguage: en\n\n00:01.000 --> 00:02.000\nA: b'],
		['a voice tag', 'WEBVTT\n\n00:01.000 --> 00:02.000\n<v.loud A><i>b</i></v>'],
		[
			'notes and styles',
			'WEBVTT\n\nNOTE not\nspoken\n\nSTYLE\n::cue {}\n\n00:01.0 --> 00:02.0\nA: b',
		],
		['a text over two lines', 'WEBVTT\n\n00:01.000 --> 00:02.000\nA:\nb'],
		['times inside the text', 'WEBVTT\n\n00:01.000 --> 00:02.000\nA: <00:00:01.500>b'],
	])('takes %s', (_, vtt) => {
		expect(parseTranscript(vtt)).toEqual([cue(1, 2, 'A', 'b')]);
	});

	test('a cue whose times cannot be read keeps its text', () => {
		const vtt = 'WEBVTT\n\n1\nxx --> 00:02.000\nA: b\n2\n00:03.000 --> 00:04.000\nA: c\n3\n';
		expect(parseTranscript(vtt)).toEqual([cue(null, 2, 'A', 'b'), cue(3, 4, 'A', 'c')]);
	});

	test('cues without a text say nothing', () => {
		expect(
			parseTranscript('WEBVTT\n\n00:01.000 --> 00:02.000\n\n00:03.000 --> 00:04.000\n<i></i>'),
		).toEqual([]);
	});

	test.each([
		['10: 30 is when we meet', '', '10: 30 is when we meet'],
		['Is it so? Yes: it is', '', 'Is it so? Yes: it is'],
		['see https://example.com', '', 'see https://example.com'],
		['a < b &amp;&amp; c > d', '', 'a < b && c > d'],
		['Dr. Ann O&#39;Hara: x', "Dr. Ann O'Hara", 'x'],
	])('who speaks in "%s"', (line, speaker, text) => {
		expect(parseTranscript(`WEBVTT\n\n00:01.000 --> 00:02.000\n${line}`)).toEqual([
			cue(1, 2, speaker, text),
		]);
	});

	test('a number that somebody says is not taken for the number of the next cue', () => {
		const vtt =
			'WEBVTT\n\n1\n00:01.000 --> 00:02.000\nA: how many\n\n2\n00:03.000 --> 00:04.000\n42\n\n';
		expect(parseTranscript(vtt)).toEqual([cue(1, 2, 'A', 'how many'), cue(3, 4, '', '42')]);
	});

	test('never throws, whatever comes', () => {
		const line = fc.oneof(
			fc.string(),
			fc.constantFrom('WEBVTT', '-->', '00:00:01.000 --> ', '<v', '&amp', '', '\uFEFF', 'NOTE'),
		);
		fc.assert(
			fc.property(fc.array(line), (lines) => {
				for (const { text } of parseTranscript(lines.join('\n'))) expect(text).not.toBe('');
			}),
		);
	});

	test('reads back whatever was written, in order and whole', () => {
		const word = fc.stringMatching(/^[A-Za-zäöü]{1,12}$/);
		const spoken = fc.record({
			start: fc.integer({ min: 0, max: 359_999_999 }),
			speaker: word,
			words: fc.array(word, { minLength: 1, maxLength: 8 }),
		});
		const time = (ms: number): string =>
			`${String(Math.floor(ms / 3_600_000)).padStart(2, '0')}:${new Date(ms % 3_600_000).toISOString().slice(14, 23)}`;
		fc.assert(
			fc.property(fc.array(spoken), fc.constantFrom('\n', '\r\n'), (cues, end) => {
				const blocks = cues.map(
					({ start, speaker, words }, index) =>
						`${index + 1}${end}${time(start)} --> ${time(start + 10)}${end}${speaker}: ${words.join(' ')}`,
				);
				const read = parseTranscript(['WEBVTT', ...blocks].join(end + end));
				expect(read).toEqual(
					cues.map(({ start, speaker, words }) => ({
						start: start / 1000,
						end: (start + 10) / 1000,
						speaker,
						text: words.join(' '),
					})),
				);
			}),
		);
	});
});

describe('transcriptText', () => {
	test('has one line for each time that somebody speaks', () => {
		expect(
			transcriptText([
				cue(1, 2, 'A', 'one'),
				cue(2, 3, 'A', 'two'),
				cue(3, 4, 'B', 'three'),
				cue(4, 5, '', 'four'),
				cue(5, 6, 'A', 'five'),
			]),
		).toBe('A: one two\nB: three\nfour\nA: five');
	});

	test('a long transcript stays whole', () => {
		const segments = Array.from({ length: 20_000 }, (_, at) => cue(at, at + 1, 'A', `word${at}`));
		const text = transcriptText(segments);
		expect(text.split(' ')).toHaveLength(20_001);
		expect(text.endsWith('word19999')).toBe(true);
	});
});
