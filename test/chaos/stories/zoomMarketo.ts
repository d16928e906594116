import { marketo, byId } from '../../engine/marketo/support';
import { addTo } from '../../engine/zoom/registrant/support';
import { attendeesOf, zoomNode } from '../../engine/zoom/support/zoom';
import type { Stage } from '../../engine/support/world';
import { MARKETO_PROGRAMS } from '../../story';
import { expectedMarketo, marketoDifferences } from '../../truth';
import type { CastStory, NodeTold, Part } from '../contract';
import { inTurn } from './inTurn';
import { NEXT_WEBINAR, registrationState } from './registration';
import { toldOf } from './steps';

const RUN = { onError: 'continueRegularOutput' } as const;

/**
 * *Get attendees* of Zoom, *Sync attendance* to a program. Without custom activities: Marketo gives them no key,
 * so that they come at least once, not exactly once.
 */
function attendancePart(here: Stage): Part {
	const { main, webinarId, sessionUuid } = { main: here.story.main, ...here.story.main };
	const before = structuredClone([...here.sandbox.marketo.members.values()]);
	return {
		name: 'attendance',
		async run() {
			const parameters = attendeesOf(webinarId, { session: 'one', sessionId: sessionUuid });
			const got = toldOf('attendee:get', [{}], await zoomNode(here, parameters));
			if (got.returned.length === 0) return [got];
			const program = byId(MARKETO_PROGRAMS.main);
			const run = { ...RUN, parameters: { program } };
			const written = await marketo(here, 'attendance:sync', got.returned, run);
			return [got, toldOf('attendance:sync', got.returned, written)];
		},
		truth() {
			const { zoom, marketo: world } = here.story.world;
			const links = zoom.webinars.flatMap(({ registrants }) =>
				registrants.map(({ id, join_url }): [string, string] => [id, join_url]),
			);
			const rules = { leads: world?.leads ?? [], joinLinks: new Map(links), texts: false };
			const expectation = expectedMarketo(main, rules);
			const members = expectation.members.map((member) => {
				return { ...member, interactions: {}, activities: 0 };
			});
			return marketoDifferences(
				{ ...expectation, members },
				MARKETO_PROGRAMS.main,
				here.sandbox.marketo,
				before,
			);
		},
	};
}

function registrationPart(here: Stage): Part {
	const items = here.story.main.people
		.filter(({ kind }) => kind === 'registrant')
		.map(({ typedEmail, firstName, lastName }) => ({ email: typedEmail, firstName, lastName }));
	return {
		name: 'registration',
		async run() {
			const added = await zoomNode(here, addTo(NEXT_WEBINAR), { items, ...RUN });
			const told: NodeTold[] = [toldOf('registrant:add', items, added)];
			const { returned } = told[0]!;
			if (returned.length === 0) return told;
			const run = { ...RUN, parameters: { program: byId(MARKETO_PROGRAMS.earlier) } };
			const synced = await marketo(here, 'registration:sync', returned, run);
			return [...told, toldOf('registration:sync', returned, synced)];
		},
	};
}

/** As with HubSpot, into two programs. */
export const zoomMarketo: CastStory = (here, { seed }) => ({
	...inTurn(here, seed, [attendancePart(here), registrationPart(here)]),
	state: () => [...marketoState(here), ...registrationState(here)],
});

/** Who is in which program with which status; links of the story's own registrations are drawn anew. */
function marketoState({ sandbox }: Stage): string[] {
	const { leads, members } = sandbox.marketo;
	const nameOf = (id: number): string => String(leads.get(id)?.fields.email ?? `lead ${id}`);
	const isNew = (programId: number): boolean => programId === MARKETO_PROGRAMS.earlier;
	return [
		...[...leads.values()].map(({ id }) => `lead ${nameOf(id)}`),
		...[...members.values()].map(({ programId, leadId, statusName, ...told }) => {
			const own = [told.webinarUrl, told.registrationCode, JSON.stringify(told.fields)];
			const facts = isNew(programId) ? own.map((fact) => fact !== null) : own;
			return `member ${programId} ${nameOf(leadId)} ${statusName} ${facts.join(' ')}`;
		}),
	];
}
