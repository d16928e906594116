import { findPanelist, toPanelist } from '../../../../nodes/Zoom/mapping/panelist';

const ROW = {
	id: 'P1',
	name: ' Ana Diaz ',
	email: 'Ana@Example.com',
	join_url: 'https://zoom.us/w/1',
};

test('a row of the list is read', () => {
	expect(toPanelist(ROW)).toEqual({
		panelistId: 'P1',
		name: 'Ana Diaz',
		email: 'ana@example.com',
		joinUrl: 'https://zoom.us/w/1',
	});
	expect(toPanelist({})).toEqual({ panelistId: '', name: '', email: '', joinUrl: '' });
});

test.each(['P1', ' P1 ', 'ana@example.com', ' ANA@example.com'])('%p finds the panelist', (key) => {
	expect(findPanelist([toPanelist({ id: 'P0' }), toPanelist(ROW)], key)?.panelistId).toBe('P1');
});

test.each(['p1', 'ben@example.com', ''])('%p finds nobody', (key) => {
	expect(findPanelist([toPanelist(ROW)], key)).toBeUndefined();
});
