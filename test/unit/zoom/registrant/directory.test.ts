import { Directory } from '../../../../nodes/Zoom/actions/registrant/directory';

const row = (email: string, status: string, id = email) => ({ id, email, status });

test('finds people by address and by ID', () => {
	const directory = Directory.of([[row('Ann@Example.com', 'approved', 'r1')]], true);
	expect(directory.find('ann@example.com')?.registrantId).toBe('r1');
	expect(directory.find('r1')?.email).toBe('ann@example.com');
	expect(directory.find('bob@example.com')).toBeUndefined();
});

test('who registered anew after a refusal counts as registered', () => {
	for (const rows of [
		[row('ann@example.com', 'denied', 'r1'), row('ann@example.com', 'approved', 'r2')],
		[row('ann@example.com', 'approved', 'r2'), row('ann@example.com', 'denied', 'r1')],
	]) {
		expect(Directory.of([rows], true).find('ann@example.com')).toMatchObject({
			registrantId: 'r2',
			status: 'approved',
		});
	}
});

test('of several occurrences only who is in all of them is registered, with the worst status', () => {
	const directory = Directory.of(
		[
			[row('ann@example.com', 'approved'), row('bob@example.com', 'approved')],
			[row('ann@example.com', 'denied'), row('cyd@example.com', 'approved')],
		],
		true,
	);
	expect(directory.find('ann@example.com')?.status).toBe('denied');
	expect(directory.find('bob@example.com')).toBeUndefined();
	expect(directory.find('cyd@example.com')).toBeUndefined();
});

test('what was not read knows nobody, and does not claim that nobody is there', () => {
	expect(Directory.unread().complete).toBe(false);
	expect(Directory.unread().find('ann@example.com')).toBeUndefined();
});
