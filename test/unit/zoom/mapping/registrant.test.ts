import { toRegistrant } from '../../../../nodes/Zoom/mapping/registrant';

const ROW = {
	id: 'r1',
	email: ' Ann@Example.com',
	first_name: ' Ann ',
	last_name: 'Lee',
	org: 'Acme',
	job_title: '',
	status: 'approved',
	create_time: '2026-11-01T10:00:00Z',
	join_url: 'https://zoom.us/w/1?tk=abc',
	custom_questions: [{ title: 'Team?', value: 'Ops' }],
};

test('reads a row; what is empty stays away', () => {
	expect(toRegistrant(ROW, false)).toEqual({
		registrantId: 'r1',
		email: 'ann@example.com',
		firstName: 'Ann',
		lastName: 'Lee',
		company: 'Acme',
		status: 'approved',
		registeredAt: '2026-11-01T10:00:00Z',
		joinUrl: 'https://zoom.us/w/1?tk=abc',
		joinUrlIsPersonal: true,
	});
});

test('answers come only where texts are asked for', () => {
	expect(toRegistrant(ROW, true).answers).toEqual({ 'Team?': 'Ops' });
	expect(toRegistrant({}, true).answers).toEqual({});
});

test('an empty row is a registrant of whom nothing is known', () => {
	expect(toRegistrant({}, false)).toEqual({
		registrantId: '',
		email: '',
		firstName: '',
		lastName: '',
		status: 'approved',
		registeredAt: null,
		joinUrl: '',
		joinUrlIsPersonal: false,
	});
});

test.each(['pending', 'denied', 'cancelled'])('somebody who is %s has no link', (status) => {
	expect(toRegistrant({ ...ROW, status }, false)).toMatchObject({
		status,
		joinUrl: '',
		joinUrlIsPersonal: false,
	});
});
