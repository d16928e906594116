/** Answers that other clients have recorded, and those written after Adobe's pages, where they are at hand. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { specFile } from '../../specs';
import type { AdobeAnswer } from './account';
import { parseXml } from './parse';
import { xmlDifferences } from './shape';

const SOURCES = 'adobe-connect/SOURCES.md';

/** `recorded/net_login.xml` and the like; none when they are absent. */
export function sampleNames(): string[] {
	const sources = specFile(SOURCES);
	if (sources === undefined) return [];
	return ['recorded', 'constructed'].flatMap((folder) =>
		readdirSync(path.join(path.dirname(sources), folder)).map((file) => `${folder}/${file}`),
	);
}

function sampleText(name: string): string {
	const file = specFile(`adobe-connect/${name}`);
	if (file === undefined) throw new Error(`There is no sample ${name}`);
	return readFileSync(file, 'utf8');
}

/** The samples fall into two parts: events, reports and recordings, and everything else. */
export function ofEvents(name: string): boolean {
	return /(?<!sco-contents-)event|notification|report-(?!bulk-users)|recordings|already-reg|limit-reached|no-such-item/.test(
		name,
	);
}

export class Samples {
	private readonly seen = new Set<string>();

	/** The answer has the shape of the sample, but for differences that `open` names. */
	expect(name: string, answer: AdobeAnswer, open: RegExp = /^$/): void {
		this.seen.add(name);
		const differences = xmlDifferences(parseXml(sampleText(name)), answer.root);
		expect(differences.filter((one) => !open.test(one))).toEqual([]);
	}

	/** Those of a part with which nothing was compared. */
	missing(isOfPart: (name: string) => boolean): string[] {
		return sampleNames().filter((name) => isOfPart(name) && !this.seen.has(name));
	}
}
