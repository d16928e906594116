/** Unit and engine tests; the end-to-end tests are run by test/host/test.js, with one shared n8n or one for each template. */
const path = require('node:path');

const { mapper } = require('./test/host/older');

const tsconfig = path.join(__dirname, 'test/tsconfig.json');

const common = {
	testEnvironment: 'node',
	transform: { '^.+\\.ts$': ['ts-jest', { tsconfig }] },
	setupFiles: ['reflect-metadata', path.join(__dirname, 'test/setup.js')],
};

const project = (name, more = {}) => ({
	...common,
	displayName: name,
	rootDir: __dirname,
	testMatch: [`<rootDir>/test/${name}/**/*.test.ts`],
	...more,
});

// n8n loads the built package, so the engine tests do as well.
const engine = path.join(__dirname, 'test/engine/support');
const searched = { setupFilesAfterEnv: [path.join(__dirname, 'test/secrets/afterEach.ts')] };
const built = {
	...searched,
	globalSetup: path.join(engine, 'build.js'),
	setupFiles: [...common.setupFiles, path.join(engine, 'patientRegex.js')],
};
// One of each kind: reading, writing, what everybody sees, answers to vendors, polls, AI agents.
const onOlder = [
	'adobeConnect/joinLink/open',
	'adobeConnect/registrant/addToEvent',
	'adobeConnect/trigger/ended',
	'adobeConnect/trigger/recorded',
	'adobeConnect/trigger/registered',
	'adobeConnect/trigger/together',
	'hubspot/asTool',
	'hubspot/preview',
	'hubspot/trigger/workflowAction',
	'marketo/flowStep/results',
	'marketo/registrations/sync',
	'marketo/trigger/otherEvents',
	'marketo/trigger/statusChanged',
	'shared/agentTools',
	'zoom/asTool',
	'zoom/getAttendees',
	'zoom/registrant/asTool',
	'zoom/report/story',
	'zoom/trigger/deliveries',
];
const templates = path.join(__dirname, 'test/e2e/templates/support');
const patient = path.join(__dirname, 'test/e2e/support/patient.ts');

module.exports = {
	projects: [
		project('unit'),
		project('sandbox'),
		project('fuzz'),
		project('engine', built),
		project('older', {
			...built,
			testMatch: [
				'<rootDir>/test/older/*.test.ts',
				...onOlder.map((name) => `<rootDir>/test/engine/${name}.test.ts`),
			],
			moduleNameMapper: mapper,
			globalSetup: path.join(engine, 'buildAndInstallOlder.js'),
			// It has no expressions to be patient with.
			setupFiles: common.setupFiles,
		}),
		project('chaos', built),
		project('e2e', {
			setupFilesAfterEnv: [patient, path.join(__dirname, 'test/e2e/support/searched.ts')],
			// A "!" before <rootDir> would keep nothing out.
			testMatch: ['<rootDir>/test/e2e/*.test.ts', '<rootDir>/test/e2e/!(templates)/**/*.test.ts'],
		}),
		// Each of these has an n8n of its own, copied from one prepared home.
		project('templates', {
			// Types are a gate of their own; these must not take their time from n8n.
			transform: { '^.+\\.ts$': ['ts-jest', { tsconfig, transpilation: true }] },
			testMatch: ['<rootDir>/test/e2e/templates/*.test.ts'],
			setupFilesAfterEnv: [patient],
			globalSetup: path.join(templates, 'prepare.ts'),
			globalTeardown: path.join(templates, 'putAway.ts'),
		}),
		// One n8n of several processes for all of them.
		project('queue', {
			globalSetup: path.join(__dirname, 'test/queue/prepare.ts'),
			transform: { '^.+\\.ts$': ['ts-jest', { tsconfig, transpilation: true }] },
		}),
	],
	// One process for all engine tests runs out of memory; a worker that has grown is replaced.
	workerIdleMemoryLimit: '1GB',
	// Our nodes wait in slices of a quarter of a second, and freeing n8n's heap takes as long again: half a
	// second, jest's own patience, is too short on a busy machine. What really hangs is still reported.
	workerGracefulExitTimeout: 5_000,
	testTimeout: 120_000,
};
