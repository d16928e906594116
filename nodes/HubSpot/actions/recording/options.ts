import type { IExecuteFunctions } from 'n8n-workflow';

import { parseDomains, type DomainPattern } from '../../../shared/items/domains';
import { isOneOf } from '../../../shared/items/text';
import { ParameterError } from '../../../shared/node/errors';
import { asNumber, asObject, asText } from '../../../shared/transport/json';
import { readEventOptions, type EventOptions } from '../../descriptions/eventOptions';
import { FILE_ACCESS, type FileAccess } from '../../transport/files';

const AS = ['link', 'file'] as const;
const TRANSCRIPTS = ['note', 'callTranscript', 'callBody', 'none'] as const;
const ASSOCIATES = ['attendees', 'registrants', 'items', 'nobody'] as const;

export interface RecordingOptions extends EventOptions {
	as: (typeof AS)[number];
	transcript: (typeof TRANSCRIPTS)[number];
	associateWith: (typeof ASSOCIATES)[number];
	/** Nothing is written. */
	preview: boolean;
	/** Name of the item's field with the file. */
	binaryField: string;
	folderPath: string;
	access: FileAccess;
	withPasscode: boolean;
	/** Lower case. */
	excludedDomains: readonly DomainPattern[];
	/** Recording address and memory are kept at the marketing event. */
	eventProperty: boolean;
	createMissingProperties: boolean;
	readBackAfterSeconds: number;
}

const DEFAULT_READ_BACK_SECONDS = 5;

/** @throws ParameterError naming the field whose value cannot be used */
export function readRecordingOptions(context: IExecuteFunctions): RecordingOptions {
	const options = asObject(context.getNodeParameter('options', 0, {}));
	const field = (name: string) => asText(context.getNodeParameter(name, 0, ''));
	const read: RecordingOptions = {
		...readEventOptions(options),
		as: oneOf(AS, field('as'), 'As'),
		transcript: oneOf(TRANSCRIPTS, field('transcript'), 'Transcript'),
		associateWith: oneOf(ASSOCIATES, field('associateWith'), 'Associate With'),
		preview: context.getNodeParameter('preview', 0, false) === true,
		binaryField: asText(options.binaryField).trim() || 'data',
		folderPath: folderOf(asText(options.folderPath)),
		access: oneOf(FILE_ACCESS, asText(options.fileAccess), 'File Access'),
		withPasscode: options.includePasscode === true,
		excludedDomains: parseDomains(asText(options.excludedDomains)),
		eventProperty: options.eventProperty !== false,
		createMissingProperties: options.createMissingProperties !== false,
		readBackAfterSeconds: Math.max(0, asNumber(options.readBackAfter) ?? DEFAULT_READ_BACK_SECONDS),
	};
	if (read.transcript === 'callTranscript' && !read.eventProperty) {
		throw new ParameterError(
			'Call transcripts are remembered at the marketing event, which the option Write to Marketing Event has turned off',
			'Turn on the option Write to Marketing Event, or set Transcript to Note',
		);
	}
	return read;
}

/** The first one where nothing is set. */
function oneOf<T extends string>(words: readonly [T, ...T[]], value: string, label: string): T {
	if (value === '') return words[0];
	if (isOneOf(words, value)) return value;
	throw new ParameterError(
		`${label} cannot be "${value.slice(0, 40)}"`,
		`Set ${label} to one of ${words.join(', ')}`,
	);
}

/** HubSpot's folder path: begins with a slash, ends without one. */
function folderOf(text: string): string {
	const parts = text
		.split('/')
		.map((part) => part.trim())
		.filter((part) => part !== '');
	return `/${parts.length === 0 ? 'webinars' : parts.join('/')}`;
}
