import fs from 'node:fs';
import path from 'node:path';

const ROOT = path.join(__dirname, '../../..');
const page = fs.readFileSync(path.join(ROOT, 'SECURITY.md'), 'utf8');

test('every test that SECURITY.md names is there', () => {
	const named = [...page.matchAll(/`(test\/[^`]+)`/g)].map(([, name]) => name!);
	expect(named.length).toBeGreaterThan(20);
	expect(named.filter((name) => !fs.existsSync(path.join(ROOT, name)))).toEqual([]);
});

test('what operators are told to set is what n8n reads', () => {
	const config = path.join(ROOT, 'node_modules/@n8n/config/dist/configs');
	const files = fs.readdirSync(config).filter((name) => name.endsWith('.js'));
	const known = files.map((name) => fs.readFileSync(path.join(config, name), 'utf8')).join('\n');
	const named = [...page.matchAll(/`((?:N8N|EXECUTIONS)_[A-Z_]+)(?:=\w+)?`/g)].map(
		([, one]) => one!,
	);
	expect(named.length).toBeGreaterThan(2);
	expect([...new Set(named)].filter((name) => !known.includes(`'${name}'`))).toEqual([]);
});
