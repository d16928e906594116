import { execFileSync } from 'node:child_process';

/**
 * Whom PostgreSQL runs as: it refuses to be root. Debian's package makes the user `postgres`; anybody else runs
 * it as themselves.
 */
export function databaseUser(): { uid: number; gid: number } | undefined {
	if (process.getuid?.() !== 0) return undefined;
	const id = (kind: string) => Number(execFileSync('id', [kind, 'postgres'], { encoding: 'utf8' }));
	return { uid: id('-u'), gid: id('-g') };
}
