import os from 'node:os';

import type { BenchRow } from './contract';
import { legendOf } from './legend';
import type { Group } from './names';

/** Whose figures they are: what decides about time and memory, and no name of a machine. */
export interface Machine {
	cpu: string;
	cores: number;
	memoryGb: number;
	system: string;
	node: string;
}

export function thisMachine(): Machine {
	const [cpu] = os.cpus();
	return {
		cpu: cpu?.model.trim() ?? 'unknown',
		cores: os.cpus().length,
		memoryGb: Math.round(os.totalmem() / 1024 ** 3),
		system: `${os.type()} ${os.release().split('-')[0] ?? ''} ${os.arch()}`,
		node: process.version,
	};
}

/** Ratios of what is many times less keep two digits that count. */
export function figure(value: number): string {
	if (Math.abs(value) < 0.1) return value.toLocaleString('en', { maximumSignificantDigits: 2 });
	return value.toLocaleString('en', { maximumFractionDigits: Math.abs(value) < 100 ? 2 : 0 });
}

const TITLES = ['What', 'Ours', 'Reference', 'Ratio', 'At most', 'Holds'];

function cells({ name, unit, ours, reference, ratio, limit, holds }: BenchRow): string[] {
	return [
		name,
		`${figure(ours)} ${unit}`,
		`${figure(reference)} ${unit}`,
		figure(ratio),
		figure(limit),
		holds ? 'yes' : '**no**',
	];
}

/** A table for people, also as Markdown: columns of even width. */
export function table(rows: readonly BenchRow[]): string {
	const lines = [TITLES, ...rows.map(cells)];
	const widths = TITLES.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)));
	const drawn = lines.map(
		(line) => `| ${line.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`,
	);
	const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
	return [drawn[0], rule, ...drawn.slice(1)].join('\n');
}

/** Where the charts are, from the folder of the page. */
export const CHARTS = {
	light: 'pictures/benchmarks-light.svg',
	dark: 'pictures/benchmarks-dark.svg',
} as const;

/** The page docs/BENCHMARKS.md. */
export function page(groups: readonly Group[], machine: Machine): string {
	const { cpu, cores, memoryGb, system, node } = machine;
	const rows = groups.flatMap((group) => group.rows);
	return `# Benchmarks

Written by \`npm run bench -- --write\`. The nodes run in n8n's own engine against the sandbox over real
HTTP, with the vendors' limits on. Only the ratios mean something elsewhere: a row holds as long as its
ratio is not above the figure under _At most_.

Measured on ${cores} cores of ${cpu}, ${memoryGb} GB, ${system}, Node ${node}. ${verdict(rows)}

<picture>
  <source media="(prefers-color-scheme: dark)" srcset="${CHARTS.dark}">
  <img src="${CHARTS.light}" alt="Bars: how much of what is allowed each figure of the tables below takes" width="960">
</picture>

${groups.map(section).join('\n\n')}
`;
}

function verdict(rows: readonly BenchRow[]): string {
	const not = rows.filter(({ holds }) => !holds).length;
	if (not === 0) return `All ${rows.length} rows hold.`;
	return `**Of ${rows.length} rows ${not} ${not === 1 ? 'does' : 'do'} not hold.**`;
}

function section({ title, rows }: Group): string {
	const legend = legendOf(title);
	return [`## ${title}`, table(rows), ...(legend === '' ? [] : [legend])].join('\n\n');
}
