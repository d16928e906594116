/** Expressions that read the settings table; see tables.ts, whose *Read settings* they look at. */

const ROWS = "$('Read settings').all()";

/** Written by people: blanks, dashes and capitals do not matter. */
const plain = (text: string) => `String(${text} ?? '').replace(/[\\s-]/g, '').toLowerCase()`;

/** The host's address may have a dash, so hosts are only trimmed. */
const trimmed = (text: string) => `String(${text} ?? '').trim().toLowerCase()`;

/**
 * One switch of a webinar: its own row, else its host's, else the default's, else on.
 * @param key `sync` or `recordings`
 * @param webinar expression of the webinar
 * @param hostId expression of what the platform calls the host, where an item has no address
 */
export function switchOf(
	key: 'sync' | 'recordings',
	webinar = '$json.webinar',
	hostId = '$json.hostId',
): string {
	return `[
	${ROWS}.find(({ json }) => json.scope === 'webinar' && ${plain('json.hostOrWebinar')} === ${plain(`${webinar}?.webinarId`)}),
	${ROWS}.find(({ json }) => json.scope === 'host' && json.hostOrWebinar && [${trimmed(`${webinar}?.hostEmail`)}, ${trimmed(hostId)}].includes(${trimmed('json.hostOrWebinar')})),
	${ROWS}.find(({ json }) => json.scope === 'default')
].map((row) => row?.json[${`'${key}'`}]).find((on) => typeof on === 'boolean') ?? true`;
}

/** What the option Excluded Domains of every CRM node takes. */
export const EXCLUDED_DOMAINS = `={{ ${ROWS}.find(({ json }) => json.scope === 'default')?.json.excludedDomains ?? '' }}`;
