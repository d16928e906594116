import fs from 'node:fs';
import path from 'node:path';

/** Zoom's published examples and two captured deliveries; not part of the repository. */
const FOLDER = path.join(__dirname, '../../../../..', 'shared', 'specs', 'zoom');

/** A file of the specifications; undefined, and a line that says so, where they are absent. */
export function readSpec(name: string): unknown {
	const file = path.join(FOLDER, name);
	if (!fs.existsSync(file)) {
		console.log(`specs: ABSENT (${name})`);
		return undefined;
	}
	return JSON.parse(fs.readFileSync(file, 'utf8'));
}

/** `test` where the specifications are there, a test shown as skipped where they are not. */
export function testWith(spec: unknown): jest.It {
	return spec === undefined ? test.skip : test;
}
