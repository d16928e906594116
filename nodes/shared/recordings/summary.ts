import type { Outcome, OutcomeResult } from '../model/outcome';
import { countResults } from '../model/outcome';
import { PEOPLE_SHOWN } from '../node/tool';
import type { RecordingItem } from './item';

/** What an AI agent is given instead of one item per file; long transcripts would drown the rest. */
export type RecordingSummary = Record<OutcomeResult, number> & {
	files: number;
	shown: Array<
		{ topic: string; startTime: string | null; fileType: string; url: string } & Pick<
			Outcome,
			'result' | 'reason' | 'message'
		>
	>;
	notShown: number;
};

/** Figures, and the first files with their links. */
export function summarise(items: readonly RecordingItem[]): RecordingSummary {
	return {
		files: items.length,
		...countResults(items.map(({ outcome }) => outcome.result)),
		shown: items.slice(0, PEOPLE_SHOWN).map(({ webinar, recording, outcome }) => ({
			topic: webinar.topic,
			startTime: webinar.startTime,
			fileType: recording?.fileType ?? '',
			url: recording?.shareUrl || (recording?.url ?? ''),
			result: outcome.result,
			reason: outcome.reason,
			message: outcome.message,
		})),
		notShown: Math.max(0, items.length - PEOPLE_SHOWN),
	};
}
