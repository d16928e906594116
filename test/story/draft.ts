import type { PersonKind, StoryPerson } from './contract';
import { deck } from './deck';
import { engage, type Interactivity } from './engagement';
import { IDENTIFIED_BY, type Draft, type IdentifiedBy, type Part } from './parts';
import type { Cast, Identity } from './people';
import { asIso, presence, SHAPES, type Frame, type Shape } from './presence';
import type { Random } from './random';
import { DAY, iso, MINUTE } from './time';

export interface DraftOptions extends Interactivity {
	frame: Frame;
	/** Registered and approved. */
	registrants: readonly Identity[];
	/** Those who came without registering. */
	guests: readonly Identity[];
	anonymous: readonly Identity[];
	callers: readonly Identity[];
	panelists: readonly Identity[];
	host: Identity | null;
	/** Share of the registrants who come, 0–1. */
	turnout: number;
	/** Every shape and every way of being identified must be present. */
	everyKind: boolean;
}

/** Invents one session: who registered when, who was there from when to when, who did what. */
export function draftSession(cast: Cast, random: Random, options: DraftOptions): Draft {
	const { frame } = options;
	const parts = [
		...registrantParts(cast, random, options),
		...options.guests.map((each, index) =>
			part(each, 'unregisteredGuest', index % 4 === 3 ? 'userId' : 'email', guestShape(random)),
		),
		...options.anonymous.map((each) => part(each, 'anonymousGuest', 'name', guestShape(random))),
		...options.callers.map((each) => part(each, 'phoneCaller', 'name', 'once')),
		...options.panelists.map((each) => part(each, 'panelist', 'email', 'once')),
		...(options.host ? [part(options.host, 'host', 'email', 'whole')] : []),
	];
	for (const each of parts) {
		if (each.shape !== null) {
			each.part.person.presence = asIso(presence(random, each.shape, frame));
		}
	}
	const result = parts.map((each) => each.part);
	engage(random, result, frame, options);
	return { frame, parts: result, pollCount: options.polls };
}

/** A part and, for those who come, the shape of their presence. */
interface Planned {
	part: Part;
	shape: Shape | null;
}

function guestShape(random: Random): Shape {
	return random.pick<Shape>(['whole', 'once', 'once', 'short', 'twoDevices', 'rejoin1', 'rejoin3']);
}

function registrantParts(cast: Cast, random: Random, options: DraftOptions): Planned[] {
	const { registrants, frame, everyKind } = options;
	const turnout = deck(
		random,
		registrants.length,
		{ comes: options.turnout, stays: 1 - options.turnout },
		false,
	);
	const coming = turnout.filter((each) => each === 'comes').length;
	const shapes = deck(random, coming, SHAPES, everyKind);
	const ways = deck(random, coming, IDENTIFIED_BY, everyKind);
	// At least one of those who come stays to the end and is plainly identified.
	bringFirst(shapes, 'whole');
	bringFirst(ways, 'registrantId');
	const waiting = { comes: everyKind, stays: everyKind };
	let next = 0;
	return registrants.map((identity, index) => {
		const comes = turnout[index] === 'comes';
		const shape = comes ? shapes[next] : null;
		const way = comes ? ways[next] : 'registrantId';
		if (comes) next += 1;
		const planned = part(identity, 'registrant', identity.emailValid ? way : 'registrantId', shape);
		planned.part.person.registeredAt = iso(frame.start - random.int(20 * MINUTE, 20 * DAY));
		planned.part.person.registrantId = random.token(22);
		// Some were let in from the waiting room, some never were; one of each at least.
		const first = waiting[turnout[index]];
		planned.part.waitingRoom = options.turnout > 0 && (first || random.chance(0.04));
		waiting[turnout[index]] = false;
		if (way === 'borrowedLink' && planned.part.identifiedBy === way) {
			const name = cast.strangerName();
			planned.part.visitor = { ...name, email: `visitor-of-${identity.key}@elsewhere.example.com` };
		}
		return planned;
	});
}

/** Swaps, so that no other kind gets lost; a deck without the value gives up its first card. */
function bringFirst<T>(cards: T[], value: T): void {
	if (cards.length === 0) return;
	const index = cards.indexOf(value);
	if (index > 0) cards[index] = cards[0];
	cards[0] = value;
}

function part(
	identity: Identity,
	kind: PersonKind,
	identifiedBy: IdentifiedBy,
	shape: Shape | null,
): Planned {
	const { key, typedEmail, email, emailValid, firstName, lastName, crm, contactId } = identity;
	const person: StoryPerson = {
		key,
		kind,
		typedEmail,
		email,
		emailValid,
		firstName,
		lastName,
		registeredAt: null,
		registrantId: null,
		presence: [],
		pollsAnswered: 0,
		questionsAsked: 0,
		surveyAnswered: false,
		crm,
		...(contactId === undefined ? {} : { contactId }),
	};
	return {
		part: { person, identity, identifiedBy, shape: shape ?? 'once', waitingRoom: false },
		shape,
	};
}
