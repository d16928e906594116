import { asText } from '../../shared/transport/json';
import type { Utterance } from '../mapping/recordingTranscript';
import type { HubSpotClient } from './request';
import { pathOf } from './versions';

/**
 * Adds a transcript to a call; only for apps with the scope for call transcripts. Nothing tells a
 * second one from the first, and a call's transcripts cannot be listed.
 * https://developers.hubspot.com/docs/api-reference/crm-transcriptions-v3/guide
 * @returns the transcript's ID
 * @throws VendorError with reason `uncertain` when the answer was lost
 */
export async function createTranscript(
	client: HubSpotClient,
	callId: string,
	utterances: readonly Utterance[],
): Promise<string> {
	const answer = await client.request({
		path: pathOf('transcripts'),
		body: { engagementId: Number(callId), transcriptCreateUtterances: [...utterances] },
		write: 'createTranscript',
		what: 'to add the call transcript',
	});
	return asText(answer.id);
}
