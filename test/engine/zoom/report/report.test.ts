import { stage, type Stage } from '../../support/world';
import { zoomNode } from '../support/zoom';
import { reportOf } from './support';

let here: Stage;
beforeAll(async () => {
	here = await stage({ registrants: 200 });
});
afterAll(async () => await here.close());

test('one item with the figures, the page and the people', async () => {
	const { outputs, error } = await zoomNode(here, reportOf(here.story.main.webinarId));
	expect(error).toBeNull();
	const [item, ...more] = outputs[0]!;
	expect(more).toEqual([]);
	expect(item.json).toMatchObject({ figures: { registered: 200 } });
	expect(item.binary?.page).toMatchObject({ mimeType: 'text/html', fileExtension: 'html' });
	expect(item.binary?.people).toMatchObject({ mimeType: 'text/csv', fileExtension: 'csv' });
});
