import type { Sandbox } from '../../../sandbox/contract';
import type { MarketoMemberState } from '../../../sandbox/marketo/world';
import type { HubSpotContactState } from '../../../sandbox/world';
import type { Story, StorySession } from '../../../story/contract';
import {
	differences,
	type Expectation,
	expectedHubSpot,
	expectedMarketo,
	marketoDifferences,
	type Rules,
} from '../../../truth';

export type Platform = 'zoom' | 'adobeConnect';

export interface Telling {
	/** Where the webinars were; default Zoom. */
	platform?: Platform;
	excludedDomains?: Rules['excludedDomains'];
}

/** What the sandbox's vendors held before anything ran: it goes on working with the story's objects. */
export interface Before {
	contacts: HubSpotContactState[];
	members: MarketoMemberState[];
}

export function heldBefore({ world }: Story): Before {
	return {
		contacts: structuredClone(world.hubspot.contacts),
		members: structuredClone(world.marketo?.members ?? []),
	};
}

/** Holds what the vendors have against what the story says must have become of its people. */
export class Judge {
	constructor(
		private readonly story: Story,
		private readonly sandbox: Sandbox,
		private readonly before: Before,
	) {}

	/** What HubSpot must hold after *Sync attendance* of these sessions, in the order they were written. */
	expectation(sessions: StorySession[], { platform, excludedDomains }: Telling = {}): Expectation {
		const { zoom, adobeConnect } = this.story.world;
		const isAdobe = platform === 'adobeConnect';
		const zoomAccountId = isAdobe ? (adobeConnect?.accountId ?? '') : zoom.accountId;
		// Adobe Connect does not say whose webinar it is; HubSpot wants an organizer all the same.
		const told = sessions.map((one) => (isAdobe ? { ...one, hostEmail: 'Webinar' } : one));
		return expectedHubSpot(told, { zoomAccountId, excludedDomains });
	}

	/** Everything in which HubSpot differs from it; empty = exactly as it must be. */
	hubSpot(sessions: StorySession[], telling?: Telling): string[] {
		const expectation = this.expectation(sessions, telling);
		return differences(expectation, this.sandbox.hubspot, this.before.contacts);
	}

	/**
	 * Everything in which a program of Marketo differs from what must be after *Sync attendance* of a session.
	 * @param texts whether the items carried the texts of answers; else there is one activity per kind
	 */
	marketo(
		session: StorySession,
		programId: number,
		{ platform, texts = false }: Telling & { texts?: boolean } = {},
	): string[] {
		const told = platform === 'adobeConnect' ? this.asAdobeTellsIt(session) : session;
		const expectation = expectedMarketo(told, {
			leads: this.story.world.marketo?.leads ?? [],
			joinLinks: platform === 'adobeConnect' ? new Map() : this.joinLinks(session),
			texts,
		});
		return marketoDifferences(expectation, programId, this.sandbox.marketo, this.before.members);
	}

	/** Statuses of a program's members by address; of addresses with several leads, of one of them. */
	statuses(programId: number): Map<string, string> {
		const { members, leads } = this.sandbox.marketo;
		const own = [...members.values()].filter((member) => member.programId === programId);
		return new Map(
			own.map(({ leadId, statusName }) => [String(leads.get(leadId)?.fields.email), statusName]),
		);
	}

	/** Registrations have Adobe Connect's numbers, and its rooms of the story hold no survey. */
	private asAdobeTellsIt(session: StorySession): StorySession {
		const { adobeConnect } = this.sandbox;
		const number = (email: string) => adobeConnect.principalByLogin(email)?.id ?? null;
		const people = session.people.map((person) => ({
			...person,
			registrantId: person.registrantId === null ? null : number(person.email),
			surveyAnswered: false,
		}));
		return { ...session, people };
	}

	private joinLinks({ webinarId }: StorySession): Map<string, string> {
		const webinar = this.sandbox.zoom.world.webinars.find(({ id }) => id === webinarId);
		return new Map((webinar?.registrants ?? []).map(({ id, join_url }) => [id, join_url]));
	}
}
