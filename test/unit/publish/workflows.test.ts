import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

import { repoRoot } from '../../host/paths';

interface Step {
	uses?: string;
	run?: string;
	with?: Record<string, unknown>;
}

interface Job {
	permissions?: Record<string, string>;
	strategy?: { matrix: { node: number[] } };
	steps: Step[];
}

interface Workflow {
	on: Record<string, unknown>;
	permissions: Record<string, string>;
	jobs: Record<string, Job>;
}

const folder = path.join(repoRoot, '.github/workflows');
const { scripts } = JSON.parse(fs.readFileSync(path.join(repoRoot, 'package.json'), 'utf8')) as {
	scripts: Record<string, string>;
};
const phases = fs.readFileSync(path.join(repoRoot, 'test/host/phases.js'), 'utf8');

const read = (name: string) => parse(fs.readFileSync(path.join(folder, name), 'utf8')) as Workflow;
const stepsOf = ({ jobs }: Workflow) => Object.values(jobs).flatMap(({ steps }) => steps);

describe.each(fs.readdirSync(folder))('%s', (name) => {
	const workflow = read(name);

	it('runs scripts that there are', () => {
		const runs = stepsOf(workflow).flatMap(({ run }) => run ?? []);
		const called = runs.flatMap((run) =>
			[...run.matchAll(/npm run ([\w:]+)/g)].map(([, one]) => one!),
		);
		expect(called.filter((one) => scripts[one] === undefined)).toEqual([]);
		expect(runs.some((run) => /^npm (test|publish)/.test(run))).toBe(true);
	});

	it('runs phases that there are', () => {
		const runs = stepsOf(workflow).flatMap(({ run }) => run ?? []);
		const named = runs.flatMap((run) => /--only=([\w,]+)/.exec(run)?.[1]?.split(',') ?? []);
		expect(named.filter((one) => !new RegExp(`^\\t${one}(:|,)`, 'm').test(phases))).toEqual([]);
	});

	it('takes actions of GitHub only, each by its commit', () => {
		for (const { uses } of stepsOf(workflow)) {
			if (uses !== undefined) expect(uses).toMatch(/^actions\/[\w-]+@[0-9a-f]{40}$/);
		}
	});

	it('leaves no token in the clone', () => {
		for (const { uses, with: options } of stepsOf(workflow)) {
			if (uses?.startsWith('actions/checkout@'))
				expect(options).toEqual({ 'persist-credentials': false });
		}
	});

	it('puts nothing into a script that a stranger may have written', () => {
		for (const { run } of stepsOf(workflow)) expect(run ?? '').not.toContain('${{');
	});

	it('knows no secret', () => {
		expect(fs.readFileSync(path.join(folder, name), 'utf8')).not.toMatch(/secrets\.|TOKEN/);
	});
});

describe('CI', () => {
	const workflow = read('ci.yml');

	it('may only read', () => {
		expect(workflow.permissions).toEqual({ contents: 'read' });
		for (const { permissions } of Object.values(workflow.jobs)) expect(permissions).toBeUndefined();
	});

	it('runs on every Node.js that is supported', () => {
		expect(workflow.jobs.checks!.strategy!.matrix.node).toEqual([20, 22, 24]);
	});
});

describe('a release', () => {
	const workflow = read('release.yml');
	const { steps, permissions } = workflow.jobs.publish!;
	const at = (text: string) => steps.findIndex(({ run }) => run?.includes(text) === true);

	it('is started by a version tag and by nothing else', () => {
		expect(workflow.on).toEqual({ push: { tags: ['v*'] } });
	});

	it('may read the code and prove where it comes from', () => {
		expect(workflow.permissions).toEqual({});
		expect(permissions).toEqual({ contents: 'read', 'id-token': 'write' });
	});

	it('is published last, with provenance, and only after every check', () => {
		const publish = at('npm publish');
		expect(publish).toBe(steps.length - 1);
		expect(steps[publish]!.run).toContain('--provenance');
		for (const check of ['release:check', 'npm run audit', 'npm test', 'npm run build']) {
			expect(at(check)).toBeGreaterThan(-1);
			expect(at(check)).toBeLessThan(publish);
		}
	});
});
