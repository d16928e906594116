import type { StoryPerson } from './contract';
import type { Identity } from './people';
import type { Frame, Shape } from './presence';
import type { Name } from './names';

/** By what Zoom's rows of a person can be told to be that person's. */
export type IdentifiedBy =
	/** registrant_id (and e-mail). */
	| 'registrantId'
	/** The e-mail alone, in another case and with blanks. */
	| 'email'
	/** The first row as usual, every further one by participant_user_id alone. */
	| 'userId'
	/** The name alone. */
	| 'name'
	/** registrant_id of this person, but somebody else's name and e-mail. */
	| 'borrowedLink';

export const IDENTIFIED_BY: Record<IdentifiedBy, number> = {
	registrantId: 70,
	email: 12,
	userId: 7,
	name: 6,
	borrowedLink: 5,
};

/** One person in one session, with what only Zoom's rows tell. */
export interface Part {
	person: StoryPerson;
	identity: Identity;
	identifiedBy: IdentifiedBy;
	shape: Shape;
	/** Has rows of the waiting room, which are not attendance. */
	waitingRoom: boolean;
	/** Of borrowed links: who really came. */
	visitor?: Name & { email: string };
}

/** A session as the story invents it, before any vendor's row is written. */
export interface Draft {
	frame: Frame;
	parts: Part[];
	pollCount: number;
}
