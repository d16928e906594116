import type { Webinar } from '../model/webinar';
import { withoutTrailing } from '../transport/trailing';

/** What the name of a file is made of. */
export interface NamedFile {
	/** ISO 8601 UTC. */
	startTime: string | null;
	/** The platform's own word for the kind of file. */
	type: string;
	/** Lower case, without dot; empty when unknown. */
	extension: string;
}

const MIME_TYPES: Readonly<Record<string, string>> = {
	mp4: 'video/mp4',
	m4a: 'audio/mp4',
	txt: 'text/plain',
	vtt: 'text/vtt',
	csv: 'text/csv',
	json: 'application/json',
	jpg: 'image/jpeg',
	zip: 'application/zip',
};

export function mimeTypeOf({ extension }: Pick<NamedFile, 'extension'>): string {
	return MIME_TYPES[extension] ?? 'application/octet-stream';
}

const NAME_LENGTH = 120;

/**
 * A name that every file system takes: what was recorded, when, and what the file is. The topic is
 * written by people, so nothing in it may lead to another folder.
 */
export function fileNameOf(webinar: Webinar, file: NamedFile): string {
	const when = (file.startTime ?? webinar.startTime ?? '').slice(0, 16).replace(/[:T]/g, '-');
	const topic = [...safe(webinar.topic)].slice(0, NAME_LENGTH).join('').trim() || 'recording';
	const name = [topic, when, safe(file.type)].filter((part) => part !== '').join(' ');
	return file.extension === '' ? name : `${name}.${safe(file.extension)}`;
}

function safe(text: string): string {
	const plain = text
		.normalize('NFC')
		// Separators, what Windows refuses, control characters and marks that turn the reading direction.
		.replace(/[\\/:*?"<>|\p{Cc}\p{Cf}]/gu, ' ')
		.replace(/\s+/g, ' ')
		.replace(/^[ .]+/, '');
	return withoutTrailing(plain, ' .');
}
