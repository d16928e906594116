import type { Outcome, OutcomeStep } from '../../../shared/model/outcome';
import type { Person, StepName } from './person';
import type { Run } from './run';

/** What is told of a person, from what happened to them on the way. */
export function outcomeOf(run: Run, person: Person): Outcome {
	const { ended, steps, contact } = person;
	const action = actionOf(person);
	const told = {
		destination: 'hubspot',
		action,
		steps: stepsOf(steps),
		recordId: contact?.id ?? '',
		preview: run.options.preview,
	} as const;
	if (ended !== null) return { ...told, ...ended };
	const done = action !== 'none';
	return {
		...told,
		result: done ? 'synced' : 'unchanged',
		reason: null,
		message: done ? messageOf(person, run.options.preview) : 'Everything was already up to date',
		repair: '',
		retryAt: null,
	};
}

/** Every step that writes something of the person; the event is the session's. */
const OWN_STEPS = ['contact', 'registration', 'attendance', 'properties', 'note'] as const;

function actionOf({ steps, contact }: Person): string {
	if (steps.contact?.result === 'synced') return 'created';
	const written = OWN_STEPS.some((name) => steps[name]?.result === 'synced');
	return written && contact !== null ? 'updated' : 'none';
}

function messageOf({ steps }: Person, preview: boolean): string {
	const isDone = (name: StepName) => steps[name]?.result === 'synced';
	const parts = [
		isDone('contact') && 'the contact',
		isDone('registration') && 'the registration',
		isDone('attendance') && 'the attendance',
		isDone('properties') && 'the webinar properties',
		isDone('note') && 'the note',
	].filter((part) => typeof part === 'string');
	const last = parts.pop() ?? '';
	const list = parts.length === 0 ? last : `${parts.join(', ')} and ${last}`;
	const notes = Object.values(steps).flatMap(({ message }) => message ?? []);
	return [`${preview ? 'Would write' : 'Wrote'} ${list}`, ...notes].join('. ');
}

function stepsOf(steps: Person['steps']): Record<string, OutcomeStep> {
	const order: StepName[] = [
		'contact',
		'event',
		'registration',
		'attendance',
		'properties',
		'note',
	];
	return Object.fromEntries(
		order.flatMap((name) => {
			const step = steps[name];
			return step === undefined ? [] : [[name, step]];
		}),
	);
}
