import type { Registrant } from '../../../../nodes/shared/model/registrant';
import type { JoinRow } from '../../../../nodes/shared/attendees/stays';

/** A row of somebody of whom nothing is known; the test says what is. */
export function row(changes: Partial<JoinRow> = {}): JoinRow {
	return {
		registrantId: '',
		email: '',
		userId: '',
		joinId: '16778240',
		name: '',
		from: 0,
		to: 60_000,
		...changes,
	};
}

export function registrant(id: string, changes: Partial<Registrant> = {}): Registrant {
	return {
		registrantId: id,
		email: `${id}@example.com`,
		firstName: 'First',
		lastName: id,
		status: 'approved',
		registeredAt: '2026-11-01T00:00:00Z',
		joinUrl: '',
		joinUrlIsPersonal: false,
		...changes,
	};
}
