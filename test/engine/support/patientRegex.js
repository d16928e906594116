/**
 * n8n gives a regular expression a quarter of a second by the clock, and then fails the node. A busy
 * machine takes the processor away for longer than that, so here they may take what they take.
 */
const { setSafeRegexEngine } = require('n8n-workflow');

const all = (flags = '') => (flags.includes('g') ? flags : `${flags}g`);

setSafeRegexEngine({
	exec: (pattern, input, flags) => new RegExp(pattern, flags).exec(input),
	test: (pattern, input, flags) => new RegExp(pattern, flags).test(input),
	replace: (pattern, input, flags, replacement) =>
		input.replace(new RegExp(pattern, flags), replacement),
	matchAll: (pattern, input, flags) => [...input.matchAll(new RegExp(pattern, all(flags)))],
	split: (pattern, input, flags) => input.split(new RegExp(pattern, flags)),
});
