import type { Random } from '../../story/random';

const NAMES = ['Ada', 'Zoë', '山田', 'O’Brien', 'Иван', 'שרה', '👩🏽‍🚀', 'a'.repeat(200), 'Null', '-1'];

export const nameOf = (random: Random) => random.pick(NAMES);

/** As people type it; only capitals are not kept. */
export function addressOf(random: Random): string {
	const local = random.pick(['ada', 'ADA.Lovelace', "o'brien+tag", 'x_y-z', '用户', 'a1']);
	return `${local}${random.int(1, 1e9)}@${random.pick(['example.com', 'Sub.Example.org', 'bücher.example'])}`;
}

/** As a number, as text, or as the platform shows it. */
export function webinarIdOf(random: Random): { written: string | number; means: string } {
	const means = String(random.int(800_0000_0000, 999_9999_9999));
	const shown = `${means.slice(0, 3)} ${means.slice(3, 7)} ${means.slice(7)}`;
	return { written: random.pick([means, Number(means), shown]), means };
}
