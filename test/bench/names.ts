import type { BenchRow } from './contract';

/** What must have been measured in a whole run: a bench that lost a figure would go on saying that all holds. */
export const SUBJECTS: readonly RegExp[] = [
	/^Webinar ended → HubSpot, 100 registrants: calls$/,
	/^Webinar ended → HubSpot, 1,000 registrants: calls$/,
	/^Webinar ended → HubSpot, 10,000 registrants: calls$/,
	/^Webinar ended → HubSpot, 50,000 registrants: calls$/,
	/^Webinar ended → HubSpot, 50,000 registrants: calls refused for limits$/,
	/^Webinar ended → Marketo, 100 registrants: calls$/,
	/^Webinar ended → Marketo, 1,000 registrants: calls$/,
	/^Webinar ended → Marketo, 10,000 registrants: calls$/,
	/^Webinar ended → Marketo, 50,000 registrants: calls$/,
	/^Webinar ended → Marketo, 50,000 registrants: calls refused for limits$/,
	/^Sync attendance to HubSpot, 50,000 registrants: clock against HubSpot's quota$/,
	/beside n8n's own nodes: calls of HubSpot$/,
	/beside n8n's own nodes: calls in all$/,
	/beside n8n's own nodes: clock$/,
	/^Sync attendance, .* at once, beside one by one: calls$/,
	/^Get attendees, 5,000 → 50,000 registrants: time spent computing$/,
	/^Get attendees, 5,000 → 50,000 registrants: memory$/,
	/^Get attendees, 50,000 registrants: memory beside a gigabyte, into which [\d,]+ fit$/,
	/^Get attendees, 50,000 registrants: clock against the pauses Zoom asks for$/,
	/computing per person beside JSON\.parse and JSON\.stringify$/,
	/computing per person beside n8n's Edit Fields$/,
	/^Get attendees of Adobe Connect, .*: time spent computing$/,
	/^Get attendees of Adobe Connect, .*: memory$/,
	/^Register 2,000 people by batch, .*: calls$/,
	/^Register 1,000 people one by one, .*: calls$/,
	/^Sync recordings, 2,147,483,648 bytes streamed to disk: memory above the start$/,
	/^Load the package in n8n, .*: time spent computing$/,
	/^Package as downloaded: size$/,
];

/**
 * @param subjects what must have been measured
 * @returns what is wrong: a figure that is missing, or one that is no number
 */
export function missing(rows: readonly BenchRow[], subjects = SUBJECTS): string[] {
	const absent = subjects
		.filter((subject) => !rows.some(({ name }) => subject.test(name)))
		.map((subject) => `No row is called ${subject.source}`);
	const empty = rows
		.filter(({ ours, reference, ratio, limit }) => ![ours, reference, ratio, limit].every(isFigure))
		.map(({ name }) => `${name}: not measured`);
	return [...absent, ...empty];
}

/** A limit of none at all is zero; nothing is below it. */
function isFigure(value: number): boolean {
	return Number.isFinite(value) && value >= 0;
}
