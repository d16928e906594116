/** The phases of `npm test`. Each returns { passed, failed, note? }; see test.js. */
const { spawn } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { bin, installProject, root } = require('./bootstrap');
const { startShared, stopShared } = require('./sharedProcess');
const { countTemplates } = require('./templateCount');

/** What a worker of jest may take: n8n's engine loaded, and a file of 400 MB on its way. */
const WORKER_BYTES = 3 * 1024 ** 3;

// A container may have less than its machine; Node before 20.13 cannot say so.
const freeMemory = () => process.availableMemory?.() ?? os.freemem();

/** Two test files at a time where the machine has the processors and the memory for it. */
function workers() {
	const fits = os.availableParallelism() >= 2 && freeMemory() >= 2 * WORKER_BYTES;
	return [`--maxWorkers=${fits ? 2 : 1}`];
}

const work = fs.mkdtempSync(path.join(os.tmpdir(), 'n8n-nodes-webinars-check-'));
const handleFile = path.join(work, 'n8n.json');

/**
 * Runs a program with its output on the screen; resolves with its exit code. `onOutput` sees what it
 * writes to standard output too.
 */
function run(command, args, { env = {}, onOutput } = {}) {
	return new Promise((resolve) => {
		const child = spawn(command, args, {
			cwd: root,
			stdio: ['ignore', onOutput ? 'pipe' : 'inherit', 'inherit'],
			env: { ...process.env, ...env },
		});
		child.stdout?.setEncoding('utf8').on('data', (text) => {
			process.stdout.write(text);
			onOutput(text);
		});
		child.once('error', (error) => {
			console.error(`${command} could not be started: ${error.message}`);
			resolve(1);
		});
		child.once('close', (code) => resolve(code ?? 1));
	});
}

/** A step that is no test of its own: it counts only when it fails. */
const onlyIfFailed = (ok) => ({ passed: 0, failed: ok ? 0 : 1 });

/** Steps that pass or fail as a whole; all of them run, whatever the first says. */
async function steps(list) {
	const sum = { passed: 0, failed: 0, note: '' };
	const broken = [];
	for (const [name, command, args] of list) {
		const ok = (await run(command, args)) === 0;
		sum.passed += ok ? 1 : 0;
		sum.failed += ok ? 0 : 1;
		if (!ok) broken.push(name);
	}
	sum.note = broken.length > 0 ? `failed: ${broken.join(', ')}` : '';
	return sum;
}

/** What the tests of the sandbox held against the vendors' own specs, all test files together. */
const specs = { requests: 0, answers: 0, absent: false };

function countSpecs(output) {
	for (const [, requests, answers] of output.matchAll(
		/^specs: (\d+) requests, (\d+) answers validated$/gm,
	)) {
		specs.requests += Number(requests);
		specs.answers += Number(answers);
	}
	specs.absent ||= /^specs: ABSENT$/m.test(output);
}

/** Empty when no phase has spoken of specs. */
function specsLine() {
	if (specs.requests > 0) {
		return `specs: ${specs.requests} requests, ${specs.answers} answers validated`;
	}
	return specs.absent ? 'specs: ABSENT' : '';
}

/**
 * Runs one jest project; a test file that cannot even load counts as one failed test. `files` are jest's
 * results by file.
 */
async function jest(project, args = [], env = {}) {
	const outputFile = path.join(work, `jest-${project}-${Date.now()}.json`);
	const json = ['--json', `--outputFile=${outputFile}`];
	const all = ['--selectProjects', project, ...json, ...args];
	let output = '';
	const code = await run(bin('jest'), all, { env, onOutput: (text) => (output += text) });
	countSpecs(output);
	if (!fs.existsSync(outputFile)) {
		return { passed: 0, failed: 1, note: 'jest gave no result', files: [] };
	}
	const result = JSON.parse(fs.readFileSync(outputFile, 'utf8'));
	const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
	const skipped = result.numPendingTests + result.numTodoTests;
	const silent = code !== 0 && failed === 0;
	return {
		passed: result.numPassedTests,
		failed: silent ? 1 : failed,
		note: [silent && `jest ended with ${code}`, skipped > 0 && `${skipped} skipped`]
			.filter(Boolean)
			.join(', '),
		files: result.testResults,
	};
}

/** A story that breaks off leaves servers behind, and jest would wait for them for ever. */
const ENDS = '--forceExit';

/** How many templates ran, once the phase has said so. */
let templatesTotal = '';

/** Every template in a fresh n8n of its own; one without a story counts as a failed test. */
async function templates() {
	const marks = path.join(work, 'templates');
	const result = await jest('templates', [...workers(), ENDS], { N8N_WEBINARS_MARKS: marks });
	const { lines, total, unheard } = countTemplates(result.files, marks);
	console.log([...lines, total].join('\n'));
	templatesTotal = total;
	return { ...result, failed: result.failed + unheard };
}

/** Empty when the phase did not run. */
const templatesLine = () => templatesTotal;

/** Jest against the shared n8n, one file after the other: they share the server. */
async function e2e(args) {
	if (!fs.existsSync(handleFile)) return { passed: 0, failed: 1, note: 'n8n is not running' };
	return await jest('e2e', ['--runInBand', ENDS, ...args], { N8N_WEBINARS_E2E: handleFile });
}

function findChromium() {
	const names = ['chromium', 'chromium-browser', 'google-chrome'];
	const folders = (process.env.PATH ?? '').split(':');
	const files = names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
	return process.env.CHROMIUM ?? files.find((file) => fs.existsSync(file));
}

async function ui() {
	const chromium = findChromium();
	if (chromium) {
		process.env.CHROMIUM = chromium;
		return await e2e(['--testPathPatterns', 'ui\\.test']);
	}
	const note = 'no Chromium; on Debian: apt-get install -y chromium';
	console.log(`The editor cannot be tried in a browser: ${note}`);
	return process.env.CI ? { passed: 0, failed: 1, note } : { passed: 0, failed: 0, note };
}

const npmRun = (name) => [name, 'npm', ['run', '--silent', name]];
const needsHost = ['e2e', 'ui'];

const phases = {
	install: () => onlyIfFailed(installProject()),
	build: async () => onlyIfFailed((await run('npm', ['run', '--silent', 'build'])) === 0),
	gates: () => steps(['lint', 'typecheck', 'scan', 'regexes'].map(npmRun)),
	unit: () => jest('unit', workers()),
	fuzz: () => jest('fuzz', workers()),
	sandbox: () => jest('sandbox', workers()),
	engine: () => jest('engine', workers()),
	older: () => jest('older', workers()),
	chaos: () => jest('chaos'),
	host: async () => onlyIfFailed(await startShared(handleFile)),
	e2e: () => e2e(['--testPathIgnorePatterns', 'ui\\.test']),
	templates,
	// Fails where Redis or PostgreSQL is missing: without them nobody knows what happens when a worker dies.
	queue: () => jest('queue', ['--runInBand', ENDS]),
	ui,
};

/** Ends what the phases have started and removes what they have written. */
async function cleanUp() {
	await stopShared();
	fs.rmSync(work, { recursive: true, force: true });
}

module.exports = { phases, needsHost, specsLine, templatesLine, cleanUp };
