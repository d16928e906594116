import { DateTime } from 'luxon';

import type { Webinar } from '../model/webinar';

const NAME_LENGTH = 60;

/**
 * A file name that every system and mail program takes: what it is, of which webinar, and when that was.
 * The topic is written by people; nothing in it may lead to another folder.
 */
export function reportFileName(
	kind: string,
	{ topic, startTime, scheduledStartTime }: Webinar,
	zone: string,
	extension: string,
): string {
	const words = topic
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
	const slug = [...words].slice(0, NAME_LENGTH).join('').trim().replace(/ /g, '-');
	const start = startTime ?? scheduledStartTime;
	const date = start === null ? '' : DateTime.fromISO(start, { zone }).toFormat('yyyy-MM-dd-HHmm');
	return `${[kind, slug, date].filter((part) => part !== '').join('-')}.${extension}`;
}
