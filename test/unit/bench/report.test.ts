import { CHARTS, page } from '../../bench/report';
import { row } from './row';

const MACHINE = { cpu: 'A chip', cores: 2, memoryGb: 24, system: 'Linux 6 x64', node: 'v20.1.0' };
const HELD = row();
const BROKEN = row({ name: 'Get attendees: clock', unit: 'ms', ratio: 2, holds: false });

it('names the machine, and shows both charts', () => {
	const text = page([{ title: 'Calls', rows: [HELD] }], MACHINE);
	expect(text).toContain(
		'Measured on 2 cores of A chip, 24 GB, Linux 6 x64, Node v20.1.0. All 1 rows',
	);
	expect(text).toContain(`srcset="${CHARTS.dark}"`);
	expect(text).toContain(`src="${CHARTS.light}"`);
});

it('has a table and a legend under each heading', () => {
	const text = page(
		[
			{ title: 'Calls', rows: [HELD] },
			{ title: 'Clock', rows: [row({ name: 'Get attendees: clock' })] },
		],
		MACHINE,
	);
	const [, calls, clock] = text.split('\n## ');
	expect(calls).toMatch(/^Calls\n\n\| What .*\n\| -.*\n\| Get attendees: calls /);
	expect(clock).toMatch(/^Clock\n\n\| What /);
	expect(clock).toContain('_Reference_ is the least time');
});

it('says at once, and in its row, what does not hold', () => {
	const text = page([{ title: 'Clock', rows: [HELD, BROKEN] }], MACHINE);
	expect(text).toContain('**Of 2 rows 1 does not hold.**');
	expect(text).toMatch(/\| Get attendees: clock .* \| \*\*no\*\* +\|/);
});
