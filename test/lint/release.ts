/** `npm run release:check -- v1.2.3`: may this version be published? Run by the release workflow. */
import fs from 'node:fs';
import path from 'node:path';

import { repoRoot } from '../host/paths';

export interface ReleaseFacts {
	/** Of the commit that is to be published: `v1.2.3`. */
	tag: string;
	version: string;
	/** Of the lock file. */
	locked: string;
	changelog: string;
}

/** https://semver.org/, without build metadata, which npm ignores. */
const SEMVER = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(-[0-9A-Za-z.-]+)?$/;

/** What keeps a version from being published, in words; empty when nothing does. */
export function releaseProblems({ tag, version, locked, changelog }: ReleaseFacts): string[] {
	const problems: string[] = [];
	if (!SEMVER.test(version)) problems.push(`"${version}" is no version after semver.org`);
	if (tag !== `v${version}`) problems.push(`the tag is ${tag}, package.json says ${version}`);
	if (locked !== version) {
		problems.push(`package-lock.json says ${locked}; run npm install --package-lock-only`);
	}
	const sections = changelog.split(/^## /m).slice(1);
	const section = sections.find((one) => one.split(/[\s\n]/)[0] === version);
	if (section === undefined) return [...problems, `CHANGELOG.md has no section "## ${version}"`];
	if (!/^\S+ \(\d{4}-\d{2}-\d{2}\)\n/.test(section)) {
		problems.push(`CHANGELOG.md gives ${version} no date: "## ${version} (YYYY-MM-DD)"`);
	}
	if (!/^- /m.test(section)) problems.push(`CHANGELOG.md says nothing about ${version}`);
	return problems;
}

/** The facts of this clone. */
export function releaseFacts(tag: string): ReleaseFacts {
	const read = (name: string) => fs.readFileSync(path.join(repoRoot, name), 'utf8');
	const { version } = JSON.parse(read('package.json')) as { version: string };
	const { version: locked } = JSON.parse(read('package-lock.json')) as { version: string };
	return { tag, version, locked, changelog: read('CHANGELOG.md') };
}

if (require.main === module) {
	const problems = releaseProblems(releaseFacts(process.argv[2] ?? ''));
	for (const problem of problems) console.error(`not to be published: ${problem}`);
	if (problems.length > 0) process.exit(1);
	console.log('may be published');
}
