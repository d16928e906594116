import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { extract } from 'tar';
import type { Log } from '../log';
import { packageName, repoRoot } from '../paths';
import { runLogged } from '../runLogged';

/** What `npm run build` does. Named here because npm runs no pre-scripts with `ignore-scripts=true`. */
const buildSteps = [['rimraf', 'dist'], ['tsc'], ['gulp']];

export interface Packed {
	/** The unpacked package, as an installation would leave it. */
	packageDir: string;
	tarball: string;
	/** Removes both. */
	remove(): void;
}

/** Builds dist/ from scratch. */
export async function buildPackage(log: Log, logFile: string): Promise<void> {
	for (const [name, ...args] of buildSteps) {
		const command = path.join(repoRoot, 'node_modules', '.bin', name);
		await runLogged(command, args, { cwd: repoRoot, logFile, log, label: `building (${name})` });
	}
}

/** Builds, packs as for publishing and unpacks into a temporary folder. */
export async function packPackage(log: Log): Promise<Packed> {
	const work = fs.mkdtempSync(path.join(os.tmpdir(), `${packageName}-pack-`));
	const logFile = path.join(work, 'build.log');
	await buildPackage(log, logFile);
	const pack = ['pack', '--ignore-scripts', '--pack-destination', work];
	await runLogged('npm', pack, { cwd: repoRoot, logFile, log, label: 'packing the package' });
	const name = fs.readdirSync(work).find((file) => file.endsWith('.tgz'));
	if (!name) throw new Error(`npm pack left no package in ${work}`);
	const tarball = path.join(work, name);
	await extract({ file: tarball, cwd: work });
	const packageDir = path.join(work, 'package');
	stripForInstall(path.join(packageDir, 'package.json'));
	return {
		packageDir,
		tarball,
		remove: () => fs.rmSync(work, { recursive: true, force: true }),
	};
}

/** n8n does the same before it installs a community package: only runtime dependencies count. */
function stripForInstall(manifest: string): void {
	const parsed = JSON.parse(fs.readFileSync(manifest, 'utf8')) as Record<string, unknown>;
	for (const key of ['devDependencies', 'peerDependencies', 'optionalDependencies']) {
		delete parsed[key];
	}
	fs.writeFileSync(manifest, JSON.stringify(parsed, null, 2));
}

/** Puts the unpacked package where n8n looks for community packages, and says where that is. */
export function installPackage(packageDir: string, userFolder: string): string {
	const target = path.join(userFolder, '.n8n', 'nodes', 'node_modules', packageName);
	fs.rmSync(target, { recursive: true, force: true });
	fs.cpSync(packageDir, target, { recursive: true });
	return target;
}
