import { validationError } from '../http/errors';
import { isRecord, optionalText, type JsonRecord } from '../http/input';

const ACCESS = [
	'PUBLIC_INDEXABLE',
	'PUBLIC_NOT_INDEXABLE',
	'HIDDEN_INDEXABLE',
	'HIDDEN_NOT_INDEXABLE',
	'HIDDEN_PRIVATE',
	'PRIVATE',
	'HIDDEN_SENSITIVE',
	'SENSITIVE',
];
const STRATEGIES = ['NONE', 'REJECT', 'RETURN_EXISTING'] as const;
const SCOPES = ['ENTIRE_PORTAL', 'EXACT_FOLDER'] as const;

/** ISO 8601: years, months, weeks, days. */
const TTL = /^P(?=\d)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?$/;

export interface FileOptions {
	access: string;
	overwrite: boolean;
	strategy: (typeof STRATEGIES)[number];
	scope: (typeof SCOPES)[number];
	ttl: string | undefined;
}

/**
 * The `options` part of an upload, which is JSON in text.
 * https://developers.hubspot.com/docs/api-reference/files-files-v3/guide#upload-a-file
 * @throws HubSpotError 400
 */
export function uploadOptions(text: string | undefined): FileOptions {
	if (text === undefined) throw validationError('options are required');
	let parsed: unknown;
	try {
		parsed = JSON.parse(text);
	} catch {
		parsed = undefined;
	}
	if (!isRecord(parsed)) throw validationError('options must be a JSON object');
	return fileOptions(parsed);
}

/** @throws HubSpotError 400 for missing access and for words that HubSpot does not have */
export function fileOptions(given: JsonRecord): FileOptions {
	const ttl = optionalText(given, 'ttl');
	if (ttl !== undefined && !TTL.test(ttl)) throw validationError(`ttl ${ttl} is no period`);
	return {
		access: oneOf(ACCESS, 'access', optionalText(given, 'access')),
		overwrite: given.overwrite === true,
		strategy: oneOf(STRATEGIES, 'duplicateValidationStrategy', word(given, 'Strategy') ?? 'NONE'),
		scope: oneOf(SCOPES, 'duplicateValidationScope', word(given, 'Scope') ?? 'ENTIRE_PORTAL'),
		ttl,
	};
}

function word(given: JsonRecord, what: 'Strategy' | 'Scope'): string | undefined {
	return optionalText(given, `duplicateValidation${what}`);
}

function oneOf<Word extends string>(
	words: readonly Word[],
	name: string,
	given: string | undefined,
): Word {
	const known = words.find((one) => one === given);
	if (known !== undefined) return known;
	throw validationError(
		`${name} must be one of ${words.join(', ')}, but was ${given ?? 'missing'}`,
	);
}
