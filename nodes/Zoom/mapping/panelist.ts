import { normaliseEmail } from '../../shared/model/email';
import { asText, type JsonObject } from '../../shared/transport/json';

/** A panelist of a webinar. */
export type Panelist = {
	panelistId: string;
	name: string;
	/** Trimmed and lower case. */
	email: string;
	/** Admits this person only. */
	joinUrl: string;
};

/** A row of `GET /webinars/{id}/panelists`. */
export function toPanelist({ id, name, email, join_url }: JsonObject): Panelist {
	return {
		panelistId: asText(id),
		name: asText(name).trim(),
		email: normaliseEmail(email),
		joinUrl: asText(join_url),
	};
}

/** The panelist who is meant by an ID or an email. */
export function findPanelist(panelists: readonly Panelist[], key: string): Panelist | undefined {
	const email = normaliseEmail(key);
	return panelists.find((one) => one.panelistId === key.trim() || one.email === email);
}
