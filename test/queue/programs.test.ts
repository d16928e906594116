import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { findPrograms } from './services/programs';

let folder: string;
beforeEach(() => {
	folder = fs.mkdtempSync(path.join(os.tmpdir(), 'n8n-nodes-webinars-programs-'));
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

/** A folder with these programs in it. */
function holding(name: string, ...programs: string[]): string {
	const made = path.join(folder, name);
	fs.mkdirSync(made, { recursive: true });
	for (const program of programs) fs.writeFileSync(path.join(made, program), '');
	return made;
}
const POSTGRES = ['initdb', 'postgres', 'pg_dump'];

describe('what a queue of n8n stands on', () => {
	it('is not there: the run fails, and says what to install', () => {
		const places = { path: holding('bin'), postgresVersions: path.join(folder, 'none') };
		expect(() => findPrograms(places)).toThrow(
			/Redis .* and PostgreSQL[^]*apt-get install -y redis-server postgresql$/,
		);
	});

	it('is half there: only the other half is named', () => {
		const redis = holding('bin', 'redis-server');
		const places = { path: redis, postgresVersions: holding('versions') };
		expect(() => findPrograms(places)).toThrow(/without PostgreSQL[^]*install -y postgresql$/);
		const postgres = { path: holding('other', ...POSTGRES), postgresVersions: '' };
		expect(() => findPrograms(postgres)).toThrow(/without Redis[^]*install -y redis-server$/);
	});

	it('is found where Debian puts it: the newest version that is complete', () => {
		const redis = holding('bin', 'redis-server');
		holding('versions/9.6/bin', ...POSTGRES);
		holding('versions/17/bin', 'pg_dump');
		const newest = holding('versions/15/bin', ...POSTGRES);
		const places = { path: redis, postgresVersions: path.join(folder, 'versions') };
		expect(findPrograms(places)).toEqual({
			redis: path.join(redis, 'redis-server'),
			postgres: newest,
		});
	});
});
