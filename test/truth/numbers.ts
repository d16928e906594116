import type { StoryPerson, StorySession } from '../story/contract';

/** Whole seconds of real presence. */
export function presentSeconds(person: StoryPerson): number {
	const milliseconds = person.presence.map(({ from, to }) => Date.parse(to) - Date.parse(from));
	return milliseconds.reduce((sum, each) => sum + each, 0) / 1000;
}

/** 0–1000: tenths are counted as whole numbers, so that rounding is exact (half up). */
export function tenthsOfPercent(person: StoryPerson, session: StorySession): number {
	const length = (Date.parse(session.endTime) - Date.parse(session.startTime)) / 1000;
	return Math.min(1000, Math.round((1000 * presentSeconds(person)) / length));
}

/** Mean of percentages given in tenths, in tenths, rounded half up. */
export function meanTenths(tenths: readonly number[]): number {
	return Math.round(tenths.reduce((sum, each) => sum + each, 0) / tenths.length);
}

export function attended(person: StoryPerson): boolean {
	return person.presence.length > 0;
}

export function joined(person: StoryPerson): string | null {
	return attended(person) ? person.presence[0].from : null;
}

export function left(person: StoryPerson): string | null {
	return attended(person) ? person.presence[person.presence.length - 1].to : null;
}
