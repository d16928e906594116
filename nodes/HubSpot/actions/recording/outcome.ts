import type { Outcome, OutcomeStep } from '../../../shared/model/outcome';
import { STEPS, type Entry, type Steps } from './entry';
import type { RecordingOptions } from './options';

/** What is told of an item, from what happened to it on the way. */
export function outcomeOf({ preview }: RecordingOptions, entry: Entry): Outcome {
	const { ended, steps, callId } = entry;
	const written = STEPS.filter((name) => steps[name]?.result === 'synced');
	const told = {
		destination: 'hubspot',
		action: actionOf(steps, written.length > 0),
		steps: inOrder(steps),
		recordId: callId,
		preview,
	} as const;
	if (ended !== null) return { ...told, ...ended };
	return {
		...told,
		result: written.length > 0 ? 'synced' : 'unchanged',
		reason: null,
		message: messageOf(steps, written, preview),
		repair: '',
		retryAt: null,
	};
}

const WORDS = {
	file: 'the file',
	call: 'the call',
	transcript: 'the transcript',
	event: 'the marketing event',
	association: 'the associations',
} as const;

function actionOf({ call }: Steps, isWritten: boolean): string {
	if (call?.result === 'synced' && call.message === 'Created') return 'created';
	return isWritten ? 'updated' : 'none';
}

function messageOf(
	steps: Steps,
	written: ReadonlyArray<keyof typeof WORDS>,
	preview: boolean,
): string {
	if (written.length === 0) return 'Everything was already up to date';
	const parts: string[] = written.map((name) => WORDS[name]);
	const last = parts.pop() ?? '';
	const list = parts.length === 0 ? last : `${parts.join(', ')} and ${last}`;
	const notes = [steps.transcript?.message, steps.association?.message].filter(
		(note) => note !== undefined,
	);
	return [`${preview ? 'Would write' : 'Wrote'} ${list}`, ...notes].join('. ');
}

function inOrder(steps: Steps): Record<string, OutcomeStep> {
	return Object.fromEntries(
		STEPS.flatMap((name) => {
			const step = steps[name];
			return step === undefined ? [] : [[name, step]];
		}),
	);
}
