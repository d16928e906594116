import type { HubSpotTranscriptState, HubSpotUtterance } from '../../contract';
import type { Portal } from '../context';
import { notFound, validationError } from '../http/errors';
import type { Call, JsonRecord } from '../http/input';
import { optionalText, record, requireFields, text } from '../http/input';
import { transcriptPaths } from '../http/paths';
import type { Route } from '../http/router';

const TRANSCRIPT_READ = ['crm.extensions_calling_transcripts.read'];
const TRANSCRIPT_WRITE = ['crm.extensions_calling_transcripts.write'];

/** https://developers.hubspot.com/docs/api-reference/crm-transcriptions-v3/guide */
export function transcriptRoutes(portal: Portal): Route[] {
	const write = { write: true, scopes: TRANSCRIPT_WRITE } as const;
	const one = transcriptPaths('/:transcriptId');
	const named = ({ params }: Call): HubSpotTranscriptState => {
		const transcript = portal.transcripts.byId.get(params.transcriptId ?? '');
		if (transcript === undefined) throw notFound();
		return transcript;
	};
	return [
		{
			method: 'POST',
			...write,
			paths: transcriptPaths(''),
			handle: ({ body }) => {
				const given = record(body);
				requireFields(given, ['engagementId', 'transcriptCreateUtterances']);
				const call = portal.engagements.calls.find(String(given.engagementId));
				if (call === undefined) throw notFound(`Call ${String(given.engagementId)} does not exist`);
				const utterances = utterancesOf(given.transcriptCreateUtterances);
				const { id } = portal.transcripts.create(call.id, utterances);
				return { status: 200, body: { id } };
			},
		},
		{
			method: 'GET',
			write: false,
			scopes: TRANSCRIPT_READ,
			paths: one,
			handle: (call) => ({ status: 200, body: answerOf(named(call)) }),
		},
		{
			method: 'DELETE',
			...write,
			paths: one,
			handle: (call) => {
				portal.transcripts.byId.delete(named(call).id);
				return { status: 204 };
			},
		},
	];
}

function utterancesOf(given: unknown): HubSpotUtterance[] {
	if (!Array.isArray(given) || given.length === 0) {
		throw validationError('transcriptCreateUtterances must be a list with at least one entry');
	}
	return given.map(record).map(utteranceOf);
}

/** The speaker's id and name, the text and both times are required; times are milliseconds. */
function utteranceOf(given: JsonRecord): HubSpotUtterance {
	requireFields(given, ['speaker', 'text', 'startTimeMillis', 'endTimeMillis']);
	const speaker = record(given.speaker);
	const email = optionalText(speaker, 'email');
	const languageCode = optionalText(given, 'languageCode');
	return {
		speaker: {
			id: text(speaker, 'id'),
			name: text(speaker, 'name'),
			...(email === undefined ? {} : { email }),
		},
		text: text(given, 'text'),
		...(languageCode === undefined ? {} : { languageCode }),
		startTimeMillis: millis(given, 'startTimeMillis'),
		endTimeMillis: millis(given, 'endTimeMillis'),
	};
}

function millis(given: JsonRecord, name: string): number {
	const value = given[name];
	if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
	throw validationError(`${name} must be a whole number of milliseconds`);
}

function answerOf({ id, engagementId, utterances, createdAt }: HubSpotTranscriptState) {
	return {
		id,
		engagementId: Number(engagementId),
		transcriptUtterances: utterances.map((utterance, index) => ({
			id: `${id}-${index}`,
			...utterance,
		})),
		createdAt,
	};
}
