import type { Story } from './contract';
import { HOSTILE_TOPIC, HOSTILE_WORDS } from './hostileWords';

/**
 * Everybody who registered for the main webinar has a hostile name, and the webinar such a topic; who
 * they are and what they did stays as it was.
 * @returns the name by address, as typed
 */
export function makeHostile({ world, main }: Story): Map<string, string> {
	const webinar = world.zoom.webinars.find(({ id }) => id === main.webinarId);
	if (webinar === undefined) throw new Error('The story has no main webinar');
	webinar.topic = HOSTILE_TOPIC;
	const names = new Map<string, string>();
	for (const [index, row] of webinar.registrants.entries()) {
		const word = HOSTILE_WORDS[index % HOSTILE_WORDS.length] ?? '';
		row.first_name = row.last_name = word;
		names.set(row.email, word);
	}
	for (const { participants } of webinar.sessions) {
		for (const row of participants) row.name = names.get(row.user_email) ?? row.name;
	}
	return names;
}
