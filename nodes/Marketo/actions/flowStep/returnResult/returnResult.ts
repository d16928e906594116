import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Outcome } from '../../../../shared/model/outcome';
import type { Written } from '../../../../shared/node/people';
import { stateOf } from '../../../flowStep/state';
import { answerMarketo } from './answer';
import type { Answered, AnswerKind } from './answered';
import { readAnswered } from './read';
import { writeToProgram } from './write';

/**
 * Writes to the program what became of the people of a flow step, then tells Marketo, whose campaign
 * goes on with them.
 */
export async function returnResult(
	this: IExecuteFunctions,
	items: INodeExecutionData[],
): Promise<Written[]> {
	if (items.length === 0) return [];
	const state = stateOf(this);
	const answered = readAnswered(this, items, state);
	if (this.getNodeParameter('writeToProgram', 0, true) === true) {
		await writeToProgram(this, answered);
	}
	if (state !== undefined) await answerMarketo(this, state, answered);
	return answered.map((one) => ({
		outcome: outcomeOf(one),
		adds: { flowStep: { ...one.result } },
	}));
}

const WORDS: Readonly<Record<AnswerKind, string>> = {
	told: 'Marketo was told',
	noted:
		'Marketo is told when there is a result for everybody whom Marketo sent together, or when the workflow ends',
	toldBefore: 'Marketo already had an answer, and takes only one',
	atOnce: 'Marketo had its answer at once, and is not told the result',
};

/** What was done about the item; that somebody could not be registered is what Marketo was told. */
function outcomeOf({ person, waiting, answer, result }: Answered): Outcome {
	const { ended, told, steps } = person;
	const isWritten = Object.values(steps).some((step) => step.result === 'synced');
	const isNews = answer === 'told' || answer === 'noted';
	const words = answer === null ? '' : WORDS[answer];
	const answered: Outcome['steps'] =
		answer === null ? {} : { answer: { result: isNews ? 'synced' : 'unchanged' } };
	const common = {
		destination: 'marketo',
		action: answer === 'told' ? 'answered' : isWritten ? 'updated' : 'none',
		steps: { ...steps, ...answered },
		recordId: waiting !== null && waiting.leadId > 0 ? String(waiting.leadId) : '',
		preview: false,
	} as const;
	if (ended !== null) return { ...common, ...ended, message: joined(ended.message, words) };
	if (told?.result === 'failed') {
		const { reason, message, repair } = told;
		return {
			...common,
			result: 'failed',
			reason,
			message: joined(message, words),
			repair,
			retryAt: null,
		};
	}
	return {
		...common,
		result: isNews || isWritten ? 'synced' : 'unchanged',
		reason: told?.reason ?? null,
		message: joined(told?.message ?? '', `${words}: ${result.registrationStatus}`),
		repair: told?.repair ?? '',
		retryAt: null,
	};
}

function joined(...sentences: string[]): string {
	return sentences.filter((sentence) => sentence !== '').join('. ');
}
