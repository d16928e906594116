import type { MarketoState } from '../state/marketoState';

/** Standard fields of a person that services and webhooks may write, with their data types. */
const STANDARD: Readonly<Record<string, string>> = {
	email: 'email',
	firstName: 'string',
	lastName: 'string',
	middleName: 'string',
	salutation: 'string',
	company: 'string',
	title: 'string',
	phone: 'phone',
	mobilePhone: 'phone',
	website: 'url',
	address: 'text',
	city: 'string',
	state: 'string',
	country: 'string',
	postalCode: 'string',
	industry: 'string',
	leadSource: 'string',
	leadStatus: 'string',
	leadScore: 'integer',
	unsubscribed: 'boolean',
};
const TEXT_TYPES = ['string', 'text', 'textarea', 'url', 'email', 'phone'];

/** @returns undefined when the person has no such field (REST name) */
export function leadFieldType({ world }: MarketoState, name: string): string | undefined {
	return STANDARD[name] ?? world.leadFields[name];
}

export function isTextType(type: string | undefined): boolean {
	return TEXT_TYPES.includes(type ?? '');
}
