import { createTemplateCredentials } from '../host/drive/credentials';
import { importWorkflow, readTemplate, templateNames } from '../host/drive/templates';
import { startSandbox } from '../sandbox';
import { makeStory } from '../story';
import { CleanUp } from './support/cleanUp';
import { sharedN8n } from './support/sharedServer';

const n8n = sharedN8n();
const cleanUp = new CleanUp(n8n);
let sandbox: Awaited<ReturnType<typeof startSandbox>>;

beforeAll(async () => {
	sandbox = await startSandbox({ world: makeStory({ seed: 1, registrants: 10 }).world });
});

afterAll(async () => {
	await cleanUp.all();
	await sandbox.close();
});

it('imports every template with the credentials that npm start makes', async () => {
	const credentials = await createTemplateCredentials(n8n, sandbox);
	for (const { id } of credentials) cleanUp.credential(id);
	expect(templateNames().length).toBeGreaterThan(1);
	for (const name of templateNames()) {
		const { id } = await importWorkflow(n8n, readTemplate(name), credentials);
		cleanUp.workflow(id);
	}
});
