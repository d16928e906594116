import os from 'node:os';

import type { BenchRow } from './contract';

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
function figure(value: number): string {
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
		holds ? 'yes' : 'NO',
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

/** The page docs/BENCHMARKS.md. */
export function page(rows: readonly BenchRow[], machine: Machine): string {
	const { cpu, cores, memoryGb, system, node } = machine;
	return `# Benchmarks

Written by \`npm run bench -- --write\`. The nodes run in n8n's own engine against the sandbox over real
HTTP, with Zoom's limits on. Only the ratios mean something elsewhere: a row holds as long as its ratio
is not above the figure under _At most_.

Measured on ${cores} cores of ${cpu}, ${memoryGb} GB, ${system}, Node ${node}.

${table(rows)}

- **Growth** rows: _Reference_ is the smaller case, _Ours_ the larger one. Memory is what is
  in use at the peak, above what was in use when everything was loaded.
- **Clock** rows: _Reference_ is the time of the pauses that Zoom's limits per second ask for (the Pro
  plan's, which the node keeps to), or the least time that HubSpot's limit of 190 calls in 10 seconds
  leaves for the fewest calls.
- **Calls**: _Reference_ is what cannot be done with fewer, reading back and looking up included. They
  are counted for a first run, which also sets up HubSpot's properties.
- **Beside n8n's own nodes**: _Reference_ is the same work by n8n's HTTP Request node, page by page from
  Zoom and then for every person the write and the read that n8n's HubSpot node sends, the registration
  and the attendance, at the pace that HubSpot's limit allows. The HubSpot node itself cannot be pointed
  anywhere but at HubSpot, and has no operation for marketing events.
- **Computing per person**: with n8n's requests, without waits. _Reference_ is JSON.parse and
  JSON.stringify of the same items, or n8n's Edit Fields adding one field to them.
- **Calls refused**: of all calls, _Reference_, those that a vendor answered with 429 although nobody else
  used its quota.
- **Loading**: _Reference_ is the same of n8n's engine alone. **Package**: what is allowed.
- **Recordings**: the resident memory of the process; _Reference_ is what is allowed.
`;
}
