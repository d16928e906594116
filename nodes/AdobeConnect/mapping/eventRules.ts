import { childOf, flagOf, timeOf, valueOf, type XmlElement } from '../xml/element';

/** What an event's details say about registering for it. */
export interface EventRules {
	/** Why nobody can register any more; empty = everybody can. */
	closed: string;
	/** A manager decides about everybody. */
	requiresApproval: boolean;
	/** People come in with their address alone; nobody needs a password. */
	passwordBypass: boolean;
}

/**
 * Reads `<results>` of event-info.
 * @param now epoch milliseconds
 */
export function readEventRules(event: XmlElement, now: number): EventRules {
	const info = childOf(event, 'event-info');
	const end = Date.parse(timeOf(info, 'date-end') ?? '');
	const isOver = flagOf(info, 'expired') === true || end < now;
	const isCancelled = valueOf(info, 'event-status').toLowerCase() === 'cancelled';
	return {
		closed: isCancelled ? 'the event is cancelled' : isOver ? 'the event is over' : '',
		requiresApproval: flagOf(info, 'require-approval') === true,
		passwordBypass: flagOf(info, 'password-bypass') === true,
	};
}
