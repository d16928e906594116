import type { Flow } from '../flow';
import { by, IF, only, raw, SET } from '../nodes';
import type { Platform } from './platforms';
import { switchOf } from './settings';
import { startedBy } from './starts';

const HOSTS_COUNT =
	"!$json.webinar.hostEmail && $('Read settings').all().some(({ json }) => json.scope === 'host' && String(json.hostOrWebinar ?? '').includes('@'))";

/**
 * Whether the sync of a webinar is on, of registrations as of whole webinars. News of a registration names
 * the host by ID only, so the webinar is read where the settings have a row for a host's address.
 * From x to x + 960.
 * @param from the node that gives news, and the start by hand, which only looks
 */
export function settledWebinar(
	flow: Flow,
	platform: Platform,
	from: { event: string; start: string },
	[x, y]: [number, number],
): { first: string; on: string; off: string; read: string } {
	const counts = flow.add(
		'Does its host decide?',
		IF,
		[x, y - 200],
		only(flow, 'host', { left: HOSTS_COUNT, type: 'boolean', operation: 'true' }),
	);
	const read = flow.add(
		'Whose webinar is it?',
		platform.action,
		[x + 240, y - 300],
		{ resource: 'webinar', operation: 'get', webinar: by('$json.webinar.webinarId') },
		{ onError: 'continueErrorOutput' },
	);
	const known = flow.add(
		'With its host',
		SET,
		[x + 480, y - 300],
		raw(`{
	...$('Does its host decide?').item.json,
	webinar: { ...$('Does its host decide?').item.json.webinar, hostEmail: $json.hostEmail }
}`),
	);
	const first = flow.add(
		'Webinar to sync',
		SET,
		[x + 480, y],
		raw(`{
	...($json.webinar ? $json : {}),
	kind: undefined,
	registrant: $json.kind === 'webinar' ? undefined : $json.registrant,
	webinar: $json.webinar ?? $json,
	...($json.registrant && $json.kind !== 'webinar' ? { openKey: '${flow.rows} ' + $json.webinar.webinarId + ' ' + $json.registrant.email } : {}),
	sync: ${switchOf('sync', '($json.webinar ?? $json)')}
}`),
	);
	const on = flow.add(
		'Is sync on for it?',
		IF,
		[x + 720, y],
		only(flow, 'on', { left: '$json.sync', type: 'boolean', operation: 'true' }),
	);
	const off = flow.add('Sync is off', SET, [x + 720, y + 300], raw(switchedOff(from.start)));
	flow.chain(from.event, counts, read, known, first, on).wire(counts, first, 1).wire(on, off, 1);
	return { first, on, off, read };
}

/**
 * Everybody is noted, but what waits is the webinar: when it is switched on, its whole list is read. Who is
 * off until the webinar is over is no longer looked at.
 */
const switchedOff = (start: string) => `{
	webinar: $json.webinar,
	...($json.registrant ? { registrant: $json.registrant, sequence: $json.sequence } : {}),
	...(!$json.registrant && $json.openKey ? { openKey: $json.openKey, attempts: $json.attempts } : {}),
	kind: 'webinar',
	outcome: {
		result: 'skipped',
		action: 'none',
		reason: !$json.registrant && $json.openKey && DateTime.fromISO($json.webinar.scheduledEndTime ?? '') < $now ? '' : 'syncOff',
		message: 'Syncing is switched off for this webinar',
		repair: 'Switch it on in n8nWebinarSettings; within the hour the webinar is caught up',
		preview: ${startedBy(start)}
	}
}`;
