import { allTemplates, type Template } from '../../templates/template';
import { type FileServer, serveTemplates } from '../support/fileServer';
import { sharedN8n } from '../support/sharedServer';

const n8n = sharedN8n();
let files: FileServer;
let projectId: string;

beforeAll(async () => {
	files = await serveTemplates();
	({ id: projectId } = await n8n.rest<{ id: string }>('GET', '/projects/personal'));
});

afterAll(() => files.close());

it.each(allTemplates().map((one): [string, Template] => [one.name, one]))(
	'n8n fetches %s from an address and takes it for a workflow',
	async (name, { file }) => {
		const query = new URLSearchParams({ url: files.address(name), projectId });
		expect(await n8n.rest('GET', `/workflows/from-url?${query}`)).toEqual(file);
	},
);
