import fs from 'node:fs';
import path from 'node:path';
import { allTemplates } from '../../templates/template';
import { commandLine, type CommandLine } from '../support/commandLine';
import { essenceOf, type Imported } from '../support/essence';
import { sharedServer } from '../support/sharedServer';

const templates = allTemplates();
let operator: CommandLine;

beforeEach(async () => {
	operator = await commandLine(sharedServer().packageDir);
});

afterEach(() => operator.close());

/** What n8n holds, by name. */
async function exported(): Promise<Map<string, Imported>> {
	const folder = path.join(operator.packageFolder, 'exported');
	await operator.n8n('export:workflow', '--all', '--separate', `--output=${folder}`);
	const files = fs.readdirSync(folder).map((file) => path.join(folder, file));
	const workflows = files.map((file) => JSON.parse(fs.readFileSync(file, 'utf8')) as Imported);
	return new Map(workflows.map((workflow) => [workflow.name, workflow]));
}

it('imports all templates at once from the installed package', async () => {
	const folder = path.join(operator.packageFolder, 'workflows');
	const said = await operator.n8n('import:workflow', '--separate', `--input=${folder}`);
	expect(said).toContain(`Successfully imported ${templates.length} workflows.`);
	const found = await exported();
	expect([...found.keys()].sort()).toEqual(templates.map(({ file }) => file.name).sort());
	for (const { file } of templates) {
		expect(essenceOf(found.get(file.name)!)).toEqual(essenceOf(file));
	}
});

// A single file without --separate needs an id in it; an id would make n8n overwrite what the user has changed.
it('imports a single file from a folder of its own', async () => {
	const { name, file } = templates[0];
	const folder = path.join(operator.packageFolder, 'one');
	fs.mkdirSync(folder);
	fs.copyFileSync(
		path.join(operator.packageFolder, 'workflows', `${name}.json`),
		path.join(folder, `${name}.json`),
	);
	const said = await operator.n8n('import:workflow', '--separate', `--input=${folder}`);
	expect(said).toContain('Successfully imported 1 workflow.');
	expect(essenceOf((await exported()).get(file.name)!)).toEqual(essenceOf(file));
});

it('keeps what is there when it imports again', async () => {
	const folder = path.join(operator.packageFolder, 'workflows');
	await operator.n8n('import:workflow', '--separate', `--input=${folder}`);
	await operator.n8n('import:workflow', '--separate', `--input=${folder}`);
	const said = await operator.n8n('list:workflow');
	const { file } = templates[0];
	expect(said.split('\n').filter((line) => line.includes(file.name))).toHaveLength(2);
});
