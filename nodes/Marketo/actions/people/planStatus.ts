import { explain } from '../../../shared/model/reasons';
import { decideStatus, type StatusChange } from '../../mapping/statusChange';
import { KIND_NAMES, statusList, type StatusKind } from '../../mapping/statusKinds';
import type { Person } from './person';
import type { ProgramPart } from './programPart';

type Refusal = Omit<Extract<StatusChange, { kind: 'refuse' }>, 'kind'>;

/**
 * What is to become of a person's status.
 * @returns the name of the status to be written; null = nothing, and the person says why
 */
export function planStatus(part: ProgramPart, person: Person): string | null {
	const { status: wish } = person.wish;
	if (wish === null) return null;
	const target = 'kind' in wish ? part.map[wish.kind] : wish.name;
	if (target === undefined) {
		if ('kind' in wish) refuseStatus(person, withoutKind(part, wish.kind));
		return null;
	}
	const { statuses } = part.program;
	const present = person.member?.status ?? null;
	const change = decideStatus({ statuses, map: part.map, target, present });
	if (change.kind === 'refuse') refuseStatus(person, change);
	else if (change.kind === 'keep') {
		person.step('status', 'unchanged', change.name);
		person.status = change.name;
	}
	return change.kind === 'set' ? change.name : null;
}

/** Member data of somebody whose status stays as it is may still be written. */
export function refuseStatus(person: Person, refusal: Refusal): void {
	const { result, reason, message, repair } = refusal;
	person.step('status', result, message);
	person.tell({ result, reason, message, repair });
}

/** Marketo does not know a status that its own channel named when the run began. */
export function unknownStatus({ program }: ProgramPart, name: string): Refusal {
	const { repair } = explain('unknownStatus');
	const message = `Marketo does not know the status ${name}. The channel ${program.channel} has: ${statusList(program.statuses)}`;
	return { result: 'failed', reason: 'unknownStatus', message, repair };
}

/** Nobody can be registered in a channel without such a status; of other kinds the person is left as they are. */
function withoutKind({ program }: ProgramPart, kind: StatusKind): Refusal {
	const isNeeded = kind === 'registered' || kind === 'attended';
	const reason = isNeeded ? 'wrongChannel' : 'unknownStatus';
	const name = KIND_NAMES[kind];
	return {
		result: isNeeded ? 'failed' : 'skipped',
		reason,
		message: `The channel ${program.channel} has no status for ${name}, so the status was left as it is. It has: ${statusList(program.statuses)}`,
		repair: isNeeded
			? explain(reason).repair
			: `Add such a status to the channel under Admin → Tags → Channel, or choose one under Statuses`,
	};
}
