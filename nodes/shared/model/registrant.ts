export type RegistrantStatus = 'approved' | 'pending' | 'denied' | 'cancelled';

export interface Registrant {
	registrantId: string;
	/** Trimmed and lower case. */
	email: string;
	firstName: string;
	lastName: string;
	/** Left out where the platform has none: an item stays small. */
	phone?: string;
	company?: string;
	jobTitle?: string;
	status: RegistrantStatus;
	/** ISO 8601 UTC; the platform's own moment, the natural key of the registration. */
	registeredAt: string | null;
	joinUrl: string;
	/** true = the link admits this person only. */
	joinUrlIsPersonal: boolean;
	/** Tracking source, when the platform tells. */
	source?: string;
	/** Question title -> answer of the platform's custom questions; only when texts are asked for. */
	answers?: Record<string, string>;
}
