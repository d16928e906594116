import { isAllowed } from './allowed';
import { formsOf } from './forms';
import { type Occurrence, occurrencesIn } from './occurrences';

/** A secret that was found where it must not be; the secret itself is not in here. */
export interface Leak {
	/** What it is, e.g. `Zoom access token`. */
	secret: string;
	/** Where it was found, with what stands around it. */
	where: string;
}

interface Entry {
	name: string;
	/** How it may be written. */
	forms: readonly string[];
}

/** Shorter texts are found by chance. */
const SHORTEST = 10;

const known = new Map<string, Entry>();
const allowed = new Set<string>();
const found: Leak[] = [];
let isOn = false;

/**
 * From now on nothing that is searched may contain this: what a test puts into a credential, and what
 * the sandbox hands out. Told where the secret is made, so that no test has to think of it.
 * @param name what it is, for people
 */
export function keepSecret(name: string, secret: unknown): void {
	if (typeof secret !== 'string' || secret.length < SHORTEST || known.has(secret)) return;
	known.set(secret, { name, forms: formsOf(secret) });
}

/** A secret that is to come out in this test file, because somebody asks for it. @param _why for readers */
export function allowSecret(secret: string, _why: string): void {
	allowed.add(secret);
}

/** What is searched for. */
export function searchedFor(): Entry[] {
	return [...known].flatMap(([secret, entry]) => (allowed.has(secret) ? [] : [entry]));
}

/** Searches a text. @param where it comes from, for people */
export function leaksIn(where: string, text: string): Leak[] {
	return leaksOf(where, occurrencesIn(text, searchedFor()));
}

/** Those that nobody has allowed. */
export function leaksOf(where: string, occurrences: readonly Occurrence[]): Leak[] {
	return occurrences
		.filter(({ name, before }) => !isAllowed(name, where, before))
		.map(({ name, before, after }) => ({
			secret: name,
			where: hidden(`${where}: ${before}[${name}]${after}`),
		}));
}

/** From now on runs are searched; what measures time and memory leaves it off. */
export function startSearching(): void {
	isOn = true;
}

export function isSearching(): boolean {
	return isOn;
}

/** Searches now, and has the test that is running fail at its end. */
export function searchForSecrets(where: string, text: string): void {
	found.push(...leaksIn(where, text));
}

/** What was found since the last call. */
export function takeLeaks(): Leak[] {
	return found.splice(0);
}

/** What is shown of a leak shows no other secret either. */
function hidden(text: string): string {
	return searchedFor().reduce(
		(shown, { name, forms }) =>
			forms.reduce((left, form) => left.replaceAll(form, `[${name}]`), shown),
		text,
	);
}
