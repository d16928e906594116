import { parseXml } from '../../../../nodes/AdobeConnect/xml/parse';

const SMALL = 10_000;
const LARGE = 8 * SMALL;

/** Texts that make careless readers look at everything again for every letter. */
const SHAPES: Record<string, (times: number) => string> = {
	elements: (times) => `<r>${'<a b="c">d</a>'.repeat(times)}</r>`,
	'open tags': (times) => '<a>'.repeat(times),
	'open comments': (times) => `<r>${'<!--'.repeat(times)}`,
	comments: (times) => `<r>${'<!---->'.repeat(times)}</r>`,
	'character data': (times) => `<r>${'x<![CDATA[x]]>'.repeat(times)}</r>`,
	instructions: (times) => `<r>${'<?a?>'.repeat(times)}</r>`,
	'open instructions': (times) => `<r>${'<?a '.repeat(times)}`,
	ampersands: (times) => `<r>${'&#'.repeat(times)}</r>`,
	references: (times) => `<r>${'&amp;'.repeat(times)}</r>`,
	quotes: (times) => `<r ${`"'`.repeat(times)}/>`,
	blanks: (times) => `<r a${' '.repeat(times)}/>`,
	'blanks in between': (times) => `<r>${' \n'.repeat(times)}x${' \n'.repeat(times)}</r>`,
	'forbidden characters': (times) => `<r>${'x\u0001'.repeat(times)}</r>`,
	'an open value': (times) => `<r a="${'x'.repeat(times)}`,
	brackets: (times) => `<r>${'<'.repeat(times)}`,
};

/** Processor time of this process alone, the least of some runs; microseconds. */
function effort(text: string): number {
	const runs = Array.from({ length: 3 }, () => {
		const before = process.cpuUsage();
		parseXml(text);
		return process.cpuUsage(before).user;
	});
	return Math.min(...runs);
}

/** Eight times the text is eight times the work, and not sixty-four times. */
test.each(Object.keys(SHAPES))('reading %s takes as long as they are many', (name) => {
	const shape = SHAPES[name]!;
	effort(shape(SMALL));
	const small = Math.max(effort(shape(SMALL)), 4000);
	expect(effort(shape(LARGE)) / small).toBeLessThan(30);
});
