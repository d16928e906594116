/** Nothing of a webhook stays behind: what is in use after a collection does not grow with their number. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const ROUNDS = 8;
const SIZE = 1000;
/** Compiled code comes and goes; a leak of whole webhooks would be several times as much. */
const FLAT = 1.1;

test('memory stays flat', () => {
	const script = path.join(__dirname, 'memory/rounds.ts');
	const { stdout, stderr } = spawnSync(
		process.execPath,
		['--expose-gc', '--import', 'tsx', script, String(ROUNDS), String(SIZE)],
		{ encoding: 'utf8', cwd: path.join(__dirname, '../..') },
	);
	expect(stderr).toBe('');
	const { collected, used } = JSON.parse(stdout) as { collected: boolean; used: number[] };
	const [, , early = 0] = used;
	const late = used.at(-1) ?? 0;
	console.log(
		`fuzz: heap after ${ROUNDS * SIZE} webhooks ${(late / early).toFixed(3)} times as much`,
	);
	expect(collected).toBe(true);
	expect(used).toHaveLength(ROUNDS);
	expect(late / early).toBeLessThan(FLAT);
});
