import fs from 'node:fs';
import { canvasBook, markOf, PICTURE_LIMIT, picturesFolder } from '../../templates/picture';
import { allTemplates, type Template } from '../../templates/template';
import { sample } from './sample';

const templates = allTemplates();

/** What there is to do about the picture of a template; empty when nothing is. */
function toDo(template: Template, book: Record<string, string>): string {
	const mark = book[template.name];
	if (mark === markOf(template)) return '';
	return `${mark ? 'the canvas has changed' : 'there is no picture'}: run npm run pictures`;
}

describe('the picture of', () => {
	it.each(templates.map((one): [string, Template] => [one.name, one]))('%s', (name, template) => {
		expect(toDo(template, canvasBook.read())).toBe('');
		const picture = fs.readFileSync(canvasBook.fileOf(name));
		expect(picture.toString('latin1', 1, 4)).toBe('PNG');
		expect(picture.length).toBeLessThanOrEqual(PICTURE_LIMIT);
	});

	it('no template that is gone is kept', () => {
		const names = templates.map(({ name }) => name).sort();
		const files = fs.readdirSync(picturesFolder).filter((file) => file.endsWith('.png'));
		expect(files.sort()).toEqual(names.map((name) => `${name}.png`));
		expect(Object.keys(canvasBook.read()).sort()).toEqual(names);
	});
});

describe('a picture has to be taken anew', () => {
	const taken = { sample: markOf(sample()) };

	it('never, as long as the canvas looks the same', () => {
		const template = sample();
		Object.assign(template.file.nodes[2].parameters, { options: { finalAfterHours: 3 } });
		expect(toDo(template, taken)).toBe('');
	});

	it.each<[string, (template: Template) => void]>([
		['when a node has moved', ({ file }) => void (file.nodes[2].position = [250, 0])],
		[
			'when a node does something else',
			({ file }) => void (file.nodes[2].parameters.operation = 'x'),
		],
		[
			'when a note says something else',
			({ file }) => void (file.nodes[5].parameters.content = 'x'),
		],
		['when a line is gone', ({ file }) => void delete file.connections['Get attendees']],
	])('%s', (_, change) => {
		const template = sample();
		change(template);
		expect(toDo(template, taken)).toBe('the canvas has changed: run npm run pictures');
	});

	it('when there is none', () => {
		expect(toDo(sample(), {})).toBe('there is no picture: run npm run pictures');
	});
});
