import { normaliseEmail } from '../../shared/model/email';
import { asNumber, asText, type JsonObject } from '../../shared/transport/json';
import type { Wanted } from './webinar';

/** A person at the flow step, or at Call Webhook, as the trigger's first output shows it. */
export type PersonItem = {
	calledBy: 'flowStep' | 'webhook';
	/** Marketo's number of the person; 0 where Call Webhook did not send it. */
	leadId: number;
	/** Lower case. */
	email: string;
	firstName: string;
	lastName: string;
	phone: string;
	company: string;
	jobTitle: string;
	/** null where the campaign is in no program. */
	programId: number | null;
	programName: string;
	/** Empty where the person is no member yet. */
	programStatus: string;
	/** The choice among the configurations of the trigger. */
	configuration: string;
	campaignId: number | null;
	campaignName: string;
	munchkinId: string;
	/** Further fields, and whatever else came, as text. */
	fields: Record<string, string>;
	/** The program's My Tokens by name. */
	tokens: Record<string, string>;
	/** ISO 8601 UTC. */
	receivedAt: string;
} & Wanted;

/** Marketo's question for the entries of a drop-down, as the trigger's second output shows it. */
export type ChoicesItem = {
	/** apiName of the flow attribute. */
	field: string;
	/** flow, global or header. */
	type: string;
	/** ISO 8601 UTC. */
	receivedAt: string;
};

/** Who somebody is, from attributes by their names. */
export function personOf(attributes: JsonObject) {
	const text = (name: string) => asText(attributes[name]).trim();
	return {
		email: normaliseEmail(attributes.email),
		firstName: text('firstName'),
		lastName: text('lastName'),
		phone: text('phone'),
		company: text('company'),
		jobTitle: text('title') || text('jobTitle'),
	};
}

/** A whole number above zero, of numbers and of digits; else null. */
export function idOf(value: unknown): number | null {
	const id = asNumber(value);
	return id !== undefined && Number.isSafeInteger(id) && id > 0 ? id : null;
}

/** Values as text, without those of the listed names and without empty ones. */
export function textsBut(
	attributes: JsonObject,
	names: ReadonlySet<string>,
): Record<string, string> {
	const entries = Object.entries(attributes)
		.filter(([name]) => !names.has(name))
		.map(([name, value]): [string, string] => [
			name,
			typeof value === 'boolean' ? String(value) : asText(value),
		]);
	return Object.fromEntries(entries.filter(([, text]) => text !== ''));
}
