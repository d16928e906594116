/** Unit and engine tests; the end-to-end tests have their own runner with one shared n8n (test/host/test.js). */
const path = require('node:path');

const common = {
	testEnvironment: 'node',
	transform: {
		'^.+\\.ts$': ['ts-jest', { tsconfig: path.join(__dirname, 'test/tsconfig.json') }],
	},
	setupFiles: ['reflect-metadata', path.join(__dirname, 'test/setup.js')],
};

module.exports = {
	projects: ['unit', 'sandbox', 'engine', 'chaos', 'e2e'].map((name) => ({
		...common,
		displayName: name,
		rootDir: __dirname,
		testMatch: [`<rootDir>/test/${name}/**/*.test.ts`],
		// n8n loads the built package, so the engine tests do as well.
		...(['engine', 'chaos'].includes(name) && {
			globalSetup: path.join(__dirname, 'test/engine/support/build.js'),
		}),
	})),
	// One process for all engine tests runs out of memory; a worker that has grown is replaced.
	workerIdleMemoryLimit: '1GB',
	testTimeout: 120_000,
};
