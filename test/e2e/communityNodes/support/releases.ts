import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { extract } from 'tar';

import { packPackage } from '../../../host/install/packPackage';
import { createLog } from '../../../host/log';
import { packageName } from '../../../host/paths';
import { cleanNpmEnv } from '../../../host/runLogged';
import type { Release } from './registry';

interface Manifest extends Record<string, unknown> {
	version: string;
}

/** The package as it would be published, and the same once more as the next patch release. */
export async function twoReleases(): Promise<{
	first: Release;
	next: Release;
	/** The files that a published package has, without `package/`. */
	remove(): void;
}> {
	const packed = await packPackage(createLog());
	const work = path.join(path.dirname(packed.tarball), 'next');
	fs.mkdirSync(work);
	await extract({ file: packed.tarball, cwd: work });
	const folder = path.join(work, 'package');
	const file = path.join(folder, 'package.json');
	const manifest = JSON.parse(fs.readFileSync(file, 'utf8')) as Manifest;
	const { version } = manifest;
	const [major, minor, patch] = version.split('.').map(Number);
	manifest.version = `${major}.${minor}.${patch! + 1}`;
	fs.writeFileSync(file, JSON.stringify(manifest, null, 2));
	const pack = ['pack', '--ignore-scripts', '--pack-destination', work];
	execFileSync('npm', pack, { cwd: folder, env: cleanNpmEnv(), stdio: 'pipe' });
	const release = (of: string, tarball: string) => ({ name: packageName, version: of, tarball });
	return {
		first: release(version, packed.tarball),
		next: release(manifest.version, path.join(work, `${packageName}-${manifest.version}.tgz`)),
		remove: packed.remove,
	};
}
