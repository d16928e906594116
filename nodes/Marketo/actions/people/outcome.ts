import type { Outcome, OutcomeStep } from '../../../shared/model/outcome';
import type { Person, StepName } from './person';
import type { Run } from './run';

/** What is told of a person, from what happened to them on the way. */
export function outcomeOf(run: Run, person: Person): Outcome {
	const { ended, told, steps, lead } = person;
	const action = actionOf(person);
	const common = {
		destination: 'marketo',
		action,
		steps: stepsOf(steps),
		recordId: lead?.id == null ? '' : String(lead.id),
		preview: run.options.preview,
	} as const;
	// What made the person fail in the first place says more than what came after it.
	if (ended !== null && told?.result !== 'failed') return { ...common, ...ended };
	if (told?.result != null) {
		const { result, reason, message, repair } = told;
		const written = writtenOf(person, run.options.preview);
		return {
			...common,
			result,
			reason,
			message: joined([message, written]),
			repair,
			retryAt: null,
		};
	}
	return {
		...common,
		result: action === 'none' ? 'unchanged' : 'synced',
		reason: told?.reason ?? null,
		message: joined([told?.message ?? '', messageOf(person, action, run.options.preview)]),
		repair: told?.repair ?? '',
		retryAt: null,
	};
}

/** What makes a person written; that person fields were sent again does not. */
const OWN_STEPS = ['status', 'memberData', 'activities'] as const;

function actionOf({ steps, lead }: Person): string {
	if (lead?.created === true && steps.lead?.result === 'synced') return 'created';
	return OWN_STEPS.some((name) => steps[name]?.result === 'synced') ? 'updated' : 'none';
}

function messageOf(person: Person, action: string, preview: boolean): string {
	if (action !== 'none') return writtenOf(person, preview);
	const resent = person.steps.lead?.result === 'synced';
	const note = person.steps.lead?.message ?? '';
	if (!resent) return joined(['Everything was already up to date', note]);
	const fields = preview ? 'person fields would be sent' : 'person fields were sent';
	return joined([`Everything else was already up to date; ${fields}`, note]);
}

/** Empty where nothing was written. */
function writtenOf({ steps, status, lead }: Person, preview: boolean): string {
	const isDone = (name: StepName) => steps[name]?.result === 'synced';
	const parts = [
		isDone('lead') && (lead?.created === true ? 'the person' : 'person fields'),
		isDone('status') && `the status ${status}`,
		isDone('memberData') && 'the member data',
		isDone('activities') && 'the activities',
	].filter((part) => typeof part === 'string');
	const last = parts.pop();
	if (last === undefined) return '';
	const list = parts.length === 0 ? last : `${parts.join(', ')} and ${last}`;
	const notes = [steps.lead?.message, steps.memberData?.message, steps.activities?.message];
	return joined([
		`${preview ? 'Would write' : 'Wrote'} ${list}`,
		...notes.map((note) => note ?? ''),
	]);
}

function joined(sentences: readonly string[]): string {
	return sentences.filter((sentence) => sentence !== '').join('. ');
}

const ORDER: readonly StepName[] = ['program', 'lead', 'status', 'memberData', 'activities'];

function stepsOf(steps: Person['steps']): Record<string, OutcomeStep> {
	return Object.fromEntries(
		ORDER.flatMap((name) => {
			const step = steps[name];
			return step === undefined ? [] : [[name, step]];
		}),
	);
}
