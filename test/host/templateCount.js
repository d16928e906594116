/** Which templates have run their whole story, counted from what jest and the stories themselves say. */
const fs = require('node:fs');
const path = require('node:path');
const { root } = require('./bootstrap');

/** Names of the files in workflows/, without `.json`. */
function templateNames() {
	const files = fs.readdirSync(path.join(root, 'workflows'));
	return files
		.filter((name) => name.endsWith('.json'))
		.map((name) => name.slice(0, -'.json'.length))
		.sort();
}

/** `sync-now.preview.test.ts` belongs to the template sync-now. */
const templateOf = (file) => path.basename(file).split('.')[0];

/** Why the story of a template does not count; undefined when it does. */
function complaint(files, wasMarked) {
	if (!files.some(({ isMain }) => isMain)) return 'has no story';
	if (files.some(({ failed }) => failed)) return 'failed';
	if (files.some(({ skipped }) => skipped)) return 'left something out';
	return wasMarked ? undefined : 'never ran as it is';
}

/**
 * @param testResults of jest's JSON
 * @param marks folder into which a story writes the name of the template that it has run unchanged
 */
function countTemplates(testResults, marks) {
	const files = testResults.map(({ name, status, assertionResults }) => ({
		template: templateOf(name),
		isMain: path.basename(name) === `${templateOf(name)}.test.ts`,
		failed: status !== 'passed' || assertionResults.some((one) => one.status === 'failed'),
		skipped: assertionResults.some((one) => one.status !== 'passed'),
	}));
	const names = templateNames();
	const told = names.map((name) => {
		const own = files.filter(({ template }) => template === name);
		return { name, why: complaint(own, fs.existsSync(path.join(marks, name))) };
	});
	const whole = told.filter(({ why }) => why === undefined);
	return {
		/** One line per template. */
		lines: told.map(({ name, why }) => (why ? `✗ ${name}: ${why}` : `✓ ${name}`)),
		total: `templates: ${whole.length} of ${names.length} ran whole`,
		/** Templates that no failed test tells of. */
		unheard: told.filter(({ why }) => why !== undefined && why !== 'failed').length,
	};
}

module.exports = { countTemplates };
