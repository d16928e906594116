import type { Sandbox } from '../../../sandbox/contract';
import type { MarketoLeadState } from '../../../sandbox/marketo/world';
import type { World, ZoomWebinarState } from '../../../sandbox/world';
import { marketoOf } from '../../marketo/support/world';
import { upcomingWebinar } from '../../support/upcomingWebinar';

/** People of Marketo with an address each, beside those of the story. */
const NAMES = ['Ada', 'Grace', 'Alan', 'Edsger', 'Barbara', 'Donald'] as const;

export interface Cast {
	webinar: ZoomWebinarState;
	people: MarketoLeadState[];
	/** Nobody has told the first name. */
	nameless: MarketoLeadState;
	/** Of the webinar: cannot register. */
	host: MarketoLeadState;
}

/** Adds a webinar of next week, and people in Marketo who are to be registered for it. */
export function marketoPeople(world: World): Cast {
	const webinar = upcomingWebinar(world.zoom);
	const { leads } = marketoOf(world);
	const hostUser = world.zoom.users.find(({ id }) => id === webinar.hostId);
	if (hostUser === undefined) throw new Error('The webinar has no host');
	const now = new Date().toISOString();
	const add = (email: string, firstName: string): MarketoLeadState => {
		const id = Math.max(...leads.map((lead) => lead.id)) + 1;
		const fields = { email, firstName, lastName: 'Example', createdAt: now, updatedAt: now };
		const lead = { id, fields };
		leads.push(lead);
		return lead;
	};
	// The story may know the host's address; the flow steps go by number.
	return {
		webinar,
		people: NAMES.map((name) => add(`${name.toLowerCase()}@orchids.example`, name)),
		nameless: add('nameless@orchids.example', ''),
		host: add(hostUser.email, 'Helen'),
	};
}

/** The join link that Zoom has given to somebody. */
export function linkOf({ webinar }: Cast, { fields }: MarketoLeadState): string | undefined {
	const email = String(fields.email).toLowerCase();
	return webinar.registrants.find((one) => one.email.toLowerCase() === email)?.join_url;
}

/** Status and link of members, by the beginning of the address. */
export function membersOf({ marketo }: Sandbox, programId: number, leads: MarketoLeadState[]) {
	return leads.map(({ id }) => {
		const member = marketo.memberOf(programId, id);
		return [member?.statusName ?? '', member?.webinarUrl ?? null] as const;
	});
}

/** Zoom's day is used up: the next registrations are refused. */
export function useUpZoomsDay(sandbox: Sandbox, times = 1): void {
	sandbox.addFault({
		vendor: 'zoom',
		match: /^POST .*\/webinars\/\d+\/(batch_)?registrants/,
		fault: { kind: 'status', status: 429, policy: 'Daily-limit' },
		times,
	});
}
