import { looksLikeWebinar } from '../../../mapping/webinarChannel';
import type { ConnectionPlan } from '../../../mapping/connectionPlan';
import type { Program } from '../../../mapping/program';
import type { ConnectedItem } from './entry';

const REPLACE = 'set the option If Already Connected to Replace';

/** Ends an item that changes nothing in its program. */
export function endWithoutWriting(
	entry: ConnectedItem,
	plan: Exclude<ConnectionPlan, { kind: 'write' }>,
): void {
	switch (plan.kind) {
		case 'nothing':
			entry.step('tokens', 'unchanged');
			entry.told.push(plan.note);
			break;
		case 'refused': {
			const repair =
				plan.by === 'clone'
					? `If the clone is for this webinar, ${REPLACE}`
					: `Choose another program, or ${REPLACE}`;
			entry.fail(plan.message, repair, 'tokens', 'webinarAlreadyConnected');
			break;
		}
		case 'incomplete':
			entry.fail(
				`The program is not connected to this webinar yet, and the item does not name its ${plan.field}`,
				`Read the whole webinar first with Get of its node, or map the field ${plan.field}`,
			);
	}
}

/** What speaks against connecting a webinar to this program; null = nothing. */
export function channelProblem({
	name,
	type,
	channel,
	statuses,
}: Program): { message: string; repair: string } | null {
	const repair =
		'Choose an event program, or set the option If Channel Does Not Fit to Connect Anyway';
	if (/email|engagement|nurture/i.test(type)) {
		return { message: `Program ${name} is of the type ${type}`, repair };
	}
	if (looksLikeWebinar(statuses)) return null;
	const names = statuses.map((status) => status.name).join(', ');
	const message = `The channel ${channel} of program ${name} has no statuses like Registered and Attended: ${names}`;
	return { message, repair };
}
