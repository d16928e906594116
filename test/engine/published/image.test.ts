import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { repoRoot } from '../../host/paths';
import { cleanNpmEnv } from '../../host/runLogged';
import { page } from '../../templates/markdown';

jest.setTimeout(300_000);

/** What docs/operating.md tells people to build. There is no Docker here; its command is run all the same. */
const [, dockerfile = ''] = /```dockerfile\n([^]*?)```/.exec(page('docs/operating.md').text) ?? [];

const json = <T>(...file: string[]) => JSON.parse(fs.readFileSync(path.join(...file), 'utf8')) as T;

interface Manifest {
	name: string;
	version: string;
	n8n: { credentials: string[]; nodes: string[] };
}

const manifest = json<Manifest>(repoRoot, 'package.json');
const published = `${manifest.name}@${manifest.version}`;

test('the image is of the n8n that the tests drive, with this version of the package', () => {
	const host = json<{ dependencies: { n8n: string } }>(repoRoot, 'test/host/package.json');
	expect(dockerfile).toContain(`FROM docker.n8n.io/n8nio/n8n:${host.dependencies.n8n}\n`);
	expect(dockerfile).toContain(` ${published}\n`);
});

describe('the command of the image', () => {
	let home: string;
	beforeAll(() => {
		home = fs.mkdtempSync(path.join(os.tmpdir(), 'image-'));
	});
	afterAll(() => fs.rmSync(home, { recursive: true, force: true }));

	/** As the image's shell does it; resolves with what it prints. */
	function run(command: string): string {
		const { status, stdout, stderr } = spawnSync('sh', ['-ec', command], {
			cwd: home,
			encoding: 'utf8',
			env: { ...cleanNpmEnv(), NODE_ENV: 'production', HOME: home },
		});
		if (status !== 0) throw new Error(`${command}\n${stdout}${stderr}`);
		return stdout;
	}

	test('puts the whole package where n8n looks for it, and nothing else', () => {
		const packed = `npm pack --silent --ignore-scripts --pack-destination '${home}' '${repoRoot}'`;
		const tarball = path.join(home, run(packed).trim());
		const [, command = ''] = /^RUN ([^]*?[^\\])\n/m.exec(dockerfile) ?? [];
		expect(command).toContain(published);
		run(command.replaceAll('/home/node', home).replace(published, tarball));
		const modules = path.join(home, '.n8n/nodes/node_modules');
		const installed = fs.readdirSync(modules).filter((name) => !name.startsWith('.'));
		expect(installed).toEqual([manifest.name]);
		const { n8n } = json<Manifest>(modules, manifest.name, 'package.json');
		expect(n8n).toEqual(manifest.n8n);
		const absent = [...n8n.nodes, ...n8n.credentials].filter(
			(file) => !fs.existsSync(path.join(modules, manifest.name, file)),
		);
		expect(absent).toEqual([]);
	});
});
