import fs from 'node:fs';
import path from 'node:path';
import type { IConnections, INode } from 'n8n-workflow';
import { templateNames } from '../host/drive/templates';
import { packageName, repoRoot } from '../host/paths';

/** A workflow file as the rules see it. */
export interface TemplateFile {
	name: string;
	nodes: INode[];
	connections: IConnections;
	settings?: Record<string, unknown>;
	pinData?: Record<string, unknown>;
	active?: boolean;
}

export interface Template {
	/** Name of the file, without `.json`. */
	name: string;
	file: TemplateFile;
	/** Its page in docs/templates; empty when there is none. */
	page: string;
	/** The overview of all templates. */
	overview: string;
}

/** What is wrong with a template, in sentences; empty when nothing is. */
export type Rule = (template: Template) => string[];

/** What is wrong with the templates as a set. */
export type SetRule = (templates: Template[]) => string[];

export interface Link {
	from: string;
	to: string;
}

/** A bundled template. */
export function template(name: string): Template {
	return {
		name,
		file: JSON.parse(textOf(`workflows/${name}.json`)) as TemplateFile,
		page: textOf(`docs/templates/${name}.md`),
		overview: textOf('workflows/README.md'),
	};
}

function textOf(file: string): string {
	const full = path.join(repoRoot, file);
	return fs.existsSync(full) ? fs.readFileSync(full, 'utf8') : '';
}

/** Every bundled template. */
export const allTemplates = (): Template[] => templateNames().map(template);

export const isNote = ({ type }: INode): boolean => type === 'n8n-nodes-base.stickyNote';

export const isOurs = ({ type }: INode): boolean => type.startsWith(`${packageName}.`);

/** Everything on the canvas that does something. */
export const stepsOf = ({ file }: Template): INode[] => file.nodes.filter((node) => !isNote(node));

export const notesOf = ({ file }: Template): INode[] => file.nodes.filter(isNote);

/** Every line between two nodes. */
export function linksOf({ file }: Template): Link[] {
	return Object.entries(file.connections).flatMap(([from, byType]) =>
		Object.values(byType).flatMap((outputs) =>
			outputs.flatMap((targets) => (targets ?? []).map(({ node }) => ({ from, to: node }))),
		),
	);
}

/** Every text within a value, with the path that leads to it. */
export function textsIn(value: unknown, at: string): Array<{ at: string; text: string }> {
	if (typeof value === 'string') return [{ at, text: value }];
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, `${at}.${key}`));
}
