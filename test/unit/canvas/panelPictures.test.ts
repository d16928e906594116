import fs from 'node:fs';
import path from 'node:path';

import { repoRoot } from '../../host/paths';
import { panelBook, PANEL_LIMIT, PANELS, type PanelPicture } from '../../host/pictures/panelList';
import { panelMark } from '../../host/pictures/panelMark';
import { credentials, nodes } from './package';

/** What there is to do about the picture of a panel; empty when nothing is. */
async function toDo(panel: PanelPicture, marks: Record<string, string>): Promise<string> {
	const mark = marks[panel.name];
	if (mark === (await panelMark(panel))) return '';
	return `${mark ? 'the panel has changed' : 'there is no picture'}: run npm run pictures -- --stale`;
}

describe('the picture of', () => {
	it.each(PANELS.map((one): [string, PanelPicture] => [one.name, one]))(
		'%s is of what the panel shows now, small, and on its page',
		async (name, panel) => {
			expect(await toDo(panel, panelBook.read())).toBe('');
			const picture = fs.readFileSync(panelBook.fileOf(name));
			expect(picture.toString('latin1', 1, 4)).toBe('PNG');
			expect(picture.length).toBeLessThanOrEqual(PANEL_LIMIT);
			const page = path.join(repoRoot, panel.page);
			const link = path.relative(path.dirname(page), panelBook.fileOf(name));
			expect(fs.readFileSync(page, 'utf8')).toMatch(new RegExp(`!\\[[^\\]]+\\]\\(${link}\\)`));
		},
	);

	it('every node and every credential is there, and of nothing else', () => {
		const sources = [...nodes(), ...credentials()].map(([, , source]) => source);
		expect(PANELS.map(({ source }) => path.join(repoRoot, source)).sort()).toEqual(sources.sort());
		expect(Object.keys(panelBook.read()).sort()).toEqual(PANELS.map(({ name }) => name).sort());
	});
});

describe('a picture has to be taken anew', () => {
	const [panel] = PANELS as [PanelPicture];

	it('never, as long as the same is chosen', async () => {
		expect(await toDo(panel, { [panel.name]: await panelMark({ ...panel }) })).toBe('');
	});

	it('when something else is chosen', async () => {
		const other = { ...panel, parameters: { resource: 'webinar', operation: 'get' } };
		expect(await toDo(panel, { [panel.name]: await panelMark(other) })).toMatch(/has changed/);
	});

	it('when there is none', async () => {
		expect(await toDo(panel, {})).toMatch(/no picture/);
	});
});
