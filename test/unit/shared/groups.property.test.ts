import fc from 'fast-check';

import { groupedBy, groupsBy } from '../../../nodes/shared/model/groups';

const members = fc.array(fc.record({ key: fc.integer({ min: 0, max: 5 }), place: fc.nat() }));

it('everybody is in the one group of their key, in the order in which they came', () => {
	fc.assert(
		fc.property(members, (all) => {
			const groups = groupsBy(all, ({ key }) => key);
			expect([...groups.keys()]).toEqual([...new Set(all.map(({ key }) => key))]);
			for (const [key, group] of groups) {
				expect(group).toEqual(all.filter((member) => member.key === key));
			}
		}),
	);
});

it('keys of several parts are equal when their parts are', () => {
	fc.assert(
		fc.property(members, (all) => {
			const byParts = groupedBy(all, ({ key }) => [key % 2, String(key)]);
			expect(byParts).toEqual([...groupsBy(all, ({ key }) => key).values()]);
		}),
	);
});
