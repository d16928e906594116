import fs from 'node:fs';
import path from 'node:path';

/** Where Debian's package puts what a server needs; not in PATH, because several versions may be there. */
export const DEBIAN_POSTGRES = '/usr/lib/postgresql';

/** The programs that a queue of n8n stands on. */
export interface Programs {
	redis: string;
	/** Folder with `initdb`, `postgres` and `pg_dump`. */
	postgres: string;
}

export interface SearchPlaces {
	/** Like PATH. */
	path: string;
	/** Holds a folder for each version of PostgreSQL. */
	postgresVersions: string;
}

const here: SearchPlaces = { path: process.env.PATH ?? '', postgresVersions: DEBIAN_POSTGRES };

/** @throws Error that says what is missing and how to get it */
export function findPrograms({ path: folders, postgresVersions }: SearchPlaces = here): Programs {
	const inPath = folders.split(':').filter(Boolean);
	const redis = inPath
		.map((folder) => path.join(folder, 'redis-server'))
		.find((file) => fs.existsSync(file));
	const postgres = [...versionsIn(postgresVersions), ...inPath].find((folder) =>
		['initdb', 'postgres', 'pg_dump'].every((name) => fs.existsSync(path.join(folder, name))),
	);
	if (redis && postgres) return { redis, postgres };
	const missing = [
		...(redis ? [] : [['Redis (redis-server)', 'redis-server']]),
		...(postgres ? [] : [['PostgreSQL (initdb, postgres, pg_dump)', 'postgresql']]),
	];
	throw new Error(
		`n8n's queue mode cannot be tried without ${missing.map(([what]) => what).join(' and ')}. ` +
			`On Debian or Ubuntu, as root:\n  apt-get install -y ${missing.map(([, name]) => name).join(' ')}`,
	);
}

function versionsIn(folder: string): string[] {
	if (!fs.existsSync(folder)) return [];
	return fs
		.readdirSync(folder)
		.sort((a, b) => Number(b) - Number(a))
		.map((version) => path.join(folder, version, 'bin'));
}
