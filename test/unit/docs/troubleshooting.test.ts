import { ALL_REASONS } from '../../../nodes/shared/model/reasons';
import { page } from '../../templates/markdown';

test('the page of troubles has every reason once, and no other', () => {
	const section = page('docs/TROUBLESHOOTING.md').text.split('\n## ')[1]!;
	expect(section.startsWith('By reason')).toBe(true);
	const rows = section.split('\n').filter((line) => line.startsWith('|'));
	const named = rows.flatMap((row) => [...row.split('|')[2]!.matchAll(/`(\w+)`/g)]);
	expect(named.map(([, reason]) => reason).sort()).toEqual([...ALL_REASONS].sort());
});
