import type { MatchedBy } from '../model/attendance';
import type { Registrant } from '../model/registrant';
import { comparableName } from './names';
import type { JoinRow, Person } from './stays';

const STRENGTH: readonly MatchedBy[] = ['registrantId', 'email', 'userId', 'name'];

interface Match {
	key: string;
	matchedBy: MatchedBy;
}

/**
 * Attributes every row to one person. The cascade, strongest first:
 *
 * 1. the registrant's ID: whoever uses somebody's personal link counts as that registrant;
 * 2. the e-mail address, of a registrant or of a guest;
 * 3. the user of the platform, when another row of the same user was attributed by 1 or 2;
 * 4. the name, when exactly one registrant has it. It is weak, and `matchedBy` says so.
 *
 * What is left are guests: the same user, else the same name, is the same guest.
 */
export function identify(rows: readonly JoinRow[], registrants: readonly Registrant[]): Person[] {
	const byId = new Map(registrants.map((registrant) => [registrant.registrantId, registrant]));
	const byEmail = new Map(registrants.map((registrant) => [registrant.email, registrant]));
	const byName = uniqueNames(registrants);
	const people = new Map<string, Person>();
	const ownerOfUser = new Map<string, Match>();
	const undecided: JoinRow[] = [];

	for (const row of rows) {
		const match = strongMatch(row, byId, byEmail);
		if (match === undefined) {
			undecided.push(row);
			continue;
		}
		if (row.userId !== '') {
			ownerOfUser.set(row.userId, betterOwner(ownerOfUser.get(row.userId), match));
		}
		attribute(people, row, match, byId);
	}
	for (const row of undecided) {
		attribute(people, row, weakMatch(row, ownerOfUser, byName), byId);
	}
	return [...people.values()];
}

function strongMatch(
	row: JoinRow,
	byId: ReadonlyMap<string, Registrant>,
	byEmail: ReadonlyMap<string, Registrant>,
): Match | undefined {
	if (row.registrantId !== '' && byId.has(row.registrantId)) {
		return { key: registrantKey(row.registrantId), matchedBy: 'registrantId' };
	}
	if (row.email === '') return undefined;
	const registrant = byEmail.get(row.email);
	return {
		key: registrant ? registrantKey(registrant.registrantId) : `email:${row.email}`,
		matchedBy: 'email',
	};
}

/**
 * Whose rows a user's further rows are, when the user came as several people: the address is
 * the user's own, a registrant's link may be borrowed. The last word has the key, so that the order
 * of the rows does not matter.
 */
function betterOwner(known: Match | undefined, next: Match): Match {
	if (known === undefined) return next;
	if (known.matchedBy !== next.matchedBy) return known.matchedBy === 'email' ? known : next;
	return known.key <= next.key ? known : next;
}

function weakMatch(
	row: JoinRow,
	ownerOfUser: ReadonlyMap<string, Match>,
	byName: ReadonlyMap<string, Registrant>,
): Match {
	const owner = row.userId === '' ? undefined : ownerOfUser.get(row.userId);
	if (owner !== undefined) return { key: owner.key, matchedBy: 'userId' };
	const registrant = byName.get(comparableName(row.name));
	if (registrant) return { key: registrantKey(registrant.registrantId), matchedBy: 'name' };
	if (row.userId !== '') return { key: `user:${row.userId}`, matchedBy: 'userId' };
	if (row.name !== '') return { key: `name:${comparableName(row.name)}`, matchedBy: 'name' };
	return { key: `join:${row.joinId}:${row.from}`, matchedBy: 'userId' };
}

function attribute(
	people: Map<string, Person>,
	row: JoinRow,
	{ key, matchedBy }: Match,
	byId: ReadonlyMap<string, Registrant>,
): void {
	const known = people.get(key);
	if (known === undefined) {
		const registrant = byId.get(key.replace(/^registrant:/, '')) ?? null;
		people.set(key, {
			registrant,
			email: registrant?.email ?? row.email,
			name: row.name,
			matchedBy,
			rows: [row],
		});
		return;
	}
	known.rows.push(row);
	if (known.name === '') known.name = row.name;
	if (STRENGTH.indexOf(matchedBy) < STRENGTH.indexOf(known.matchedBy)) known.matchedBy = matchedBy;
}

function registrantKey(id: string): string {
	return `registrant:${id}`;
}

function uniqueNames(registrants: readonly Registrant[]): Map<string, Registrant> {
	const byName = new Map<string, Registrant>();
	const shared = new Set<string>();
	for (const registrant of registrants) {
		const name = comparableName(`${registrant.firstName} ${registrant.lastName}`);
		if (name === '' || byName.has(name)) shared.add(name);
		byName.set(name, registrant);
	}
	for (const name of shared) byName.delete(name);
	return byName;
}
