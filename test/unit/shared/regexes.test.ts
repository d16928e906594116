/** The gate itself (`npm run regexes`); that it passes on the sources is a phase of its own. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const GATE = path.join(__dirname, '../../lint/regexes.mjs');
let folder: string;

beforeEach(() => (folder = fs.mkdtempSync(path.join(os.tmpdir(), 'n8n-nodes-webinars-regex-'))));
afterEach(() => fs.rmSync(folder, { recursive: true }));

function gate(source: string) {
	fs.writeFileSync(path.join(folder, 'one.ts'), source);
	const { status, stdout, stderr } = spawnSync(process.execPath, [GATE, folder], {
		encoding: 'utf8',
	});
	return { status, said: `${stdout}${stderr}` };
}

test.each([
	['exponential', 'export const a = /^(?:a+)+$/;', 'exponential'],
	['polynomial', String.raw`export const a = (t: string) => t.replace(/\s+$/, '');`, 'polynomial'],
	['made at run time', 'export const a = new RegExp(`a${1}`);', 'literal'],
])('one that is %s is refused, with its place', (_kind, source, words) => {
	const { status, said } = gate(source);
	expect(said).toContain('one.ts:1');
	expect(said).toContain(words);
	expect(status).toBe(1);
});

test('a linear one passes', () => {
	expect(gate('export const a = /^[a-z]+$/;')).toEqual({
		status: 0,
		said: 'regexes: 1 checked, 0 refused\n',
	});
});

test('a folder without any is refused: nothing would have been looked at', () => {
	expect(gate('export {};').status).toBe(1);
});
