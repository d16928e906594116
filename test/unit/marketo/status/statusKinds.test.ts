import type { ProgressionStatus } from '../../../../nodes/Marketo/mapping/channel';
import {
	chosenStatuses,
	matchStatuses,
	statusList,
	statusNamed,
} from '../../../../nodes/Marketo/mapping/statusKinds';

const statuses = (...names: string[]): ProgressionStatus[] =>
	names.map((name, index) => ({ name, step: index * 10, hidden: false, success: false }));

describe('the kinds of a channel', () => {
	it.each([
		['waitListed', ['Wait Listed', 'Waitlisted', 'Wait-listed', 'WAITLIST', 'On Wait List']],
		['noShow', ['No Show', 'No-Show', 'NoShow', 'no shows']],
		[
			'attendedOnDemand',
			['Attended On-demand', 'Attended On-Demand', 'Viewed On-demand', 'On Demand'],
		],
		['pending', ['Pending Approval', 'Pending-Approval', 'pending']],
		['registrationError', ['Registration Error', 'registration-error']],
		['cancelled', ['Cancelled', 'Canceled']],
	])('%s is known by its usual names', (kind, names) => {
		for (const name of names) {
			expect(matchStatuses(statuses('Invited', name))).toEqual({ [kind]: name });
		}
	});

	it('are taken from a whole channel, each its own status', () => {
		const channel = statuses(
			'Not in Program',
			'Invited',
			'Pending Approval',
			'Waitlisted',
			'Rejected',
			'Registered',
			'Registration Error',
			'No Show',
			'Attended',
			'Attended On-demand',
		);
		expect(matchStatuses(channel)).toEqual({
			pending: 'Pending Approval',
			waitListed: 'Waitlisted',
			rejected: 'Rejected',
			registered: 'Registered',
			registrationError: 'Registration Error',
			noShow: 'No Show',
			attended: 'Attended',
			attendedOnDemand: 'Attended On-demand',
		});
	});

	it('prefer the likelier of two names, and a shown status to a hidden one', () => {
		expect(matchStatuses(statuses('Pending', 'Pending Approval'))).toEqual({
			pending: 'Pending Approval',
		});
		const [hidden, shown] = statuses('No-Show', 'No Show');
		expect(matchStatuses([{ ...hidden!, hidden: true }, shown!])).toEqual({ noShow: 'No Show' });
		expect(matchStatuses([{ ...hidden!, hidden: true }])).toEqual({ noShow: 'No-Show' });
	});

	it('are none in a channel of another sort', () => {
		expect(matchStatuses(statuses('Not in Program', 'Clicked', 'Influenced'))).toEqual({});
	});
});

describe('statuses chosen by hand', () => {
	it('are taken as they are, and empty ones leave the kind alone', () => {
		expect(chosenStatuses({ registered: ' Angemeldet ', noShow: '', other: 'x' })).toEqual({
			registered: 'Angemeldet',
		});
		expect(chosenStatuses(null)).toEqual({});
	});
});

describe('a status by its name', () => {
	it('is found however it is written, the exact one first', () => {
		const two = statuses('no-show', 'No Show');
		expect(statusNamed(two, 'No Show')?.name).toBe('No Show');
		expect(statusNamed(two, 'NO SHOW')?.name).toBe('no-show');
		expect(statusNamed(two, 'Attended')).toBeUndefined();
	});

	it('is listed in the order of the steps, without hidden ones', () => {
		const [a, b, c] = statuses('A', 'B', 'C');
		expect(statusList([c!, { ...b!, hidden: true }, a!])).toBe('A, C');
	});
});
