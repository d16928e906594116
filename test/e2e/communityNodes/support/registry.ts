import crypto from 'node:crypto';
import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';

/** A version of the package, as `npm pack` made it. */
export interface Release {
	name: string;
	version: string;
	tarball: string;
}

export interface Registry {
	url: string;
	/** Paths that were asked for and belong to no release. */
	unknown: string[];
	/** Goes before n8n's own PATH: the `npm` in it is the real one, which asks this registry. */
	binFolder: string;
	publish(release: Release): void;
	close(): Promise<void>;
}

/**
 * An npm registry for one package, on this machine. n8n passes npm the address of npmjs.org (another one
 * takes an Enterprise licence), so the npm that n8n finds is a line of shell that appends this one: npm
 * takes the last. Everything else of it is npm's own doing.
 * https://github.com/npm/registry/blob/main/docs/responses/package-metadata.md
 */
export async function startRegistry(): Promise<Registry> {
	const releases: Release[] = [];
	const unknown: string[] = [];
	let url = '';
	const server = http.createServer((request, response) => {
		const asked = decodeURIComponent(new URL(request.url ?? '/', url).pathname);
		const file = releases.find(({ tarball }) => asked === `/-/${path.basename(tarball)}`);
		const body = file
			? fs.readFileSync(file.tarball)
			: JSON.stringify(metadata(asked, releases, url));
		if (body === undefined) unknown.push(asked);
		response.statusCode = body === undefined ? 404 : 200;
		if (!file) response.setHeader('content-type', 'application/json');
		response.end(body ?? '{"error":"Not found"}');
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	const binFolder = npmThatAsks(url);
	return {
		url,
		unknown,
		binFolder,
		publish: (release) => void releases.push(release),
		close: async () => {
			fs.rmSync(binFolder, { recursive: true, force: true });
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

function metadata(asked: string, releases: Release[], url: string): object | undefined {
	const [, name, version] = asked.split('/');
	const own = releases.filter((release) => release.name === name);
	const latest = own.at(-1)?.version;
	if (latest === undefined) return undefined;
	const documents = Object.fromEntries(own.map((one) => [one.version, document(one, url)]));
	if (version !== undefined) return documents[version === 'latest' ? latest : version];
	return { name, 'dist-tags': { latest }, versions: documents };
}

function document({ name, version, tarball }: Release, url: string): object {
	const hash = crypto.createHash('sha512').update(fs.readFileSync(tarball)).digest('base64');
	const dist = { tarball: `${url}/-/${path.basename(tarball)}`, integrity: `sha512-${hash}` };
	return { name, version, dist };
}

function npmThatAsks(url: string): string {
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'n8n-npm-'));
	const places = (process.env.PATH ?? '').split(':').filter((one) => !one.includes('node_modules'));
	const npm = places.map((one) => path.join(one, 'npm')).find((file) => fs.existsSync(file));
	if (npm === undefined) throw new Error('There is no npm on the PATH');
	const script = `#!/bin/sh
unset HTTPS_PROXY https_proxy
npm_config_update_notifier=false exec '${npm}' "$@" --registry=${url}
`;
	fs.writeFileSync(path.join(folder, 'npm'), script, { mode: 0o755 });
	return folder;
}
