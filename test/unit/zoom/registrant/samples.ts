import type { Registration } from '../../../../nodes/Zoom/mapping/registration';

/** Somebody of whom the names are known. */
export function registrationOf(changes: Partial<Registration> = {}): Registration {
	return {
		email: 'ann@example.com',
		firstName: 'Ann',
		lastName: 'Lee',
		fields: {},
		answers: {},
		language: '',
		sourceId: '',
		...changes,
	};
}
