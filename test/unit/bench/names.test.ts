import { legendOf } from '../../bench/legend';
import { grouped, missing, SUBJECTS } from '../../bench/names';
import { row } from './row';

const CALLS = row();
const REFUSED = row({
	name: 'Get attendees: calls refused for limits',
	ours: 0,
	ratio: 0,
	limit: 0,
});
const CLOCK = row({ name: 'Get attendees: clock', unit: 'ms' });
const EACH = [
	{ title: 'Calls', figures: [/: calls$/, /: calls refused for limits$/] },
	{ title: 'Clock', figures: [/: clock$/] },
];
const ONE = [{ title: 'Calls', figures: [/: calls$/] }];

it('finds nothing missing where every figure has its row', () => {
	expect(missing([CALLS, CLOCK, REFUSED], EACH)).toEqual([]);
});

it('names what no row is about, what several are about, and what nobody would miss', () => {
	expect(missing([CLOCK], EACH)).toEqual([
		'No row is called : calls$',
		'No row is called : calls refused for limits$',
	]);
	expect(missing([CALLS, CALLS], ONE)).toEqual(['Several rows are called : calls$']);
	expect(missing([CALLS, CLOCK], ONE)).toEqual([
		'Get attendees: clock: named by no subject, so nobody would miss it',
	]);
});

it.each([{ ours: NaN }, { reference: 0, ratio: Infinity }, { ratio: NaN }, { limit: -1 }])(
	'refuses a row with a figure that is none: %j',
	(more) => {
		expect(missing([row(more)], ONE)).toEqual(['Get attendees: calls: not measured']);
		expect(missing([row(more)], [])).toEqual(['Get attendees: calls: not measured']);
	},
);

it('misses everything of a run that measured nothing', () => {
	const figures = SUBJECTS.flatMap((subject) => subject.figures);
	expect(missing([])).toHaveLength(figures.length);
	for (const size of ['100', '1,000', '10,000', '50,000']) {
		for (const vendor of ['HubSpot', 'Marketo']) {
			for (const figure of ['calls', 'calls refused for limits', 'clock']) {
				const name = `Webinar ended → ${vendor}, ${size} registrants: ${figure}`;
				expect(figures.filter((known) => known.test(name))).toHaveLength(1);
			}
		}
	}
});

it('puts rows under the first heading that names them, in its order, and loses none', () => {
	const stray = row({ name: 'Something else' });
	expect(grouped([stray, CLOCK, REFUSED, CALLS], EACH)).toEqual([
		{ title: 'Calls', rows: [CALLS, REFUSED] },
		{ title: 'Clock', rows: [CLOCK] },
		{ title: 'Other', rows: [stray] },
	]);
	expect(grouped([CLOCK], EACH).map(({ title }) => title)).toEqual(['Clock']);
});

it.each(SUBJECTS.map(({ title }) => title))('says what the columns mean under %s', (title) => {
	expect(legendOf(title)).toContain('_Reference_');
});
