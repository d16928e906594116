import { explain, type Reason } from '../../shared/model/reasons';
import type { ProgressionStatus } from './channel';
import { statusList, statusNamed, type StatusMap } from './statusKinds';

/** What is to become of a member's status, decided before anything is written. */
export type StatusChange =
	/** To be written; `name` is the channel's own spelling. */
	| { kind: 'set'; name: string }
	/** Is so already, or says more than what was asked for. */
	| { kind: 'keep'; name: string }
	| {
			kind: 'refuse';
			result: 'failed' | 'skipped';
			reason: Reason;
			message: string;
			repair: string;
	  };

export interface StatusWish {
	/** Of the program's channel. */
	statuses: readonly ProgressionStatus[];
	/** What the channel's statuses mean. */
	map: StatusMap;
	/** Name of the status to give. */
	target: string;
	/** Name of the present status; null = not in the program. */
	present: string | null;
}

/**
 * Whether a status may be given: Marketo moves people to an equal or a higher step and never back, by
 * whatever way. A present status that the channel does not know (any more) has no step: then Marketo
 * decides.
 * https://experienceleague.adobe.com/en/docs/marketo/using/product-docs/administration/tags/create-a-program-channel
 */
export function decideStatus({ statuses, map, target, present }: StatusWish): StatusChange {
	const wanted = statusNamed(statuses, target);
	if (wanted === undefined) return unknown(statuses, target);
	const { name } = wanted;
	const held = present === null ? NOT_IN_PROGRAM : statusNamed(statuses, present);
	if (held === undefined) return { kind: 'set', name };
	if (held.name === name) return { kind: 'keep', name };
	// Nobody has to be taken out who is not in.
	if (present === null && wanted.step <= 0) return { kind: 'keep', name };
	if (present !== null && saysMore(map, held.name, name)) return { kind: 'keep', name: held.name };
	if (present !== null && wanted.step < held.step) return movesBack(map, held, wanted);
	return { kind: 'set', name };
}

/** What everybody is before they become a member. */
const NOT_IN_PROGRAM = { name: '', step: Number.NEGATIVE_INFINITY };

/** Who attended stays attended, whatever they watch or miss afterwards; who watched did not miss it. */
function saysMore(map: StatusMap, held: string, wanted: string): boolean {
	const is = (kind: keyof StatusMap, name: string) => map[kind] === name;
	if (is('attended', held)) return is('noShow', wanted) || is('attendedOnDemand', wanted);
	return is('attendedOnDemand', held) && is('noShow', wanted);
}

function unknown(statuses: readonly ProgressionStatus[], target: string): StatusChange {
	const { repair } = explain('unknownStatus');
	return {
		kind: 'refuse',
		result: 'failed',
		reason: 'unknownStatus',
		message: `The channel of the program has no status "${target}". It has: ${statusList(statuses)}`,
		repair,
	};
}

/** Somebody who is stuck on Registration Error must not look fine. */
function movesBack(
	map: StatusMap,
	held: Pick<ProgressionStatus, 'name' | 'step'>,
	wanted: ProgressionStatus,
): StatusChange {
	const { repair } = explain('statusWouldMoveBack');
	const isStuck = map.registrationError === held.name;
	return {
		kind: 'refuse',
		result: isStuck ? 'failed' : 'skipped',
		reason: 'statusWouldMoveBack',
		message: `The person has the status ${held.name} (step ${held.step}), and ${wanted.name} (step ${wanted.step}) would move them back`,
		repair,
	};
}
