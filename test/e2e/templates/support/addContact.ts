import type { ZoomWebinarState } from '../../../sandbox/world';
import { upcomingWebinar } from '../../support/upcomingWebinar';
import { setStage, type Stage } from './stage';
import { tableRows, OPEN_TABLE, LOG_TABLE } from './tables';

/** A contact of the portal whom Zoom takes, with properties that it has from now on. */
export interface Known {
	id: string;
	email: string;
}

export interface AddStage {
	stage: Stage;
	/** Next week, with registration and nobody registered. */
	webinar: ZoomWebinarState;
	/** Another contact every time. */
	someone(properties?: Record<string, string | null>): Known;
}

/** A template that registers contacts of HubSpot, with a webinar that is to come. */
export async function setAddStage(template: string, seed: number): Promise<AddStage> {
	let webinar: ZoomWebinarState | undefined;
	const stage = await setStage({
		template,
		seed,
		registrants: 30,
		prepare: ({ zoom }) => {
			webinar = upcomingWebinar(zoom);
		},
	});
	if (webinar === undefined) throw new Error('There is no webinar');
	const contacts = [...stage.sandbox.hubspot.contacts.values()].filter(
		({ archivedAt, email }) => archivedAt === undefined && /^[\w.]+@[\w.]+\.\w+$/.test(email),
	);
	return {
		stage,
		webinar,
		someone(properties = { firstname: 'Ada', lastname: 'Lovelace' }) {
			const contact = contacts.shift();
			if (contact === undefined) throw new Error('The portal has nobody left');
			for (const [name, value] of Object.entries(properties)) {
				if (value === null) delete contact.properties[name];
				else contact.properties[name] = value;
			}
			return { id: contact.id, email: contact.email };
		},
	};
}

/** Properties of a contact, as HubSpot holds them. */
export function propertiesOf({ sandbox }: Stage, { id }: Known): Record<string, unknown> {
	return { ...sandbox.hubspot.contacts.get(id)?.properties };
}

/** What the log says of somebody, oldest first. */
export async function loggedOf({ n8n }: Stage, { email }: Known) {
	return (await tableRows(n8n, LOG_TABLE))
		.filter((row) => row.email === email)
		.map(({ result, reason, topic, repair }) => ({ result, reason, topic, repair }));
}

/** Who is open, and how. */
export async function openNow({ n8n }: Stage) {
	return (await tableRows(n8n, OPEN_TABLE)).map(({ email, result, reason, attempts }) => ({
		email,
		result,
		reason,
		attempts,
	}));
}
