/** `npm test`: installs what is missing and runs every check, or with --only=unit,engine some of them. */
const { checkNode } = require('./bootstrap');

checkNode();
const { cleanUp, needsHost, phases, specsLine, templatesLine } = require('./phases');

const minutes = (ms) => `${(ms / 60_000).toFixed(1)} min`;

function selected() {
	const only = process.argv.find((argument) => argument.startsWith('--only='));
	if (!only) return Object.keys(phases);
	const wanted = only.slice('--only='.length).split(',').filter(Boolean);
	const unknown = wanted.filter((name) => !(name in phases));
	if (unknown.length > 0 || wanted.length === 0) {
		console.error(
			`Unknown phase: ${unknown.join(', ')}. There are ${Object.keys(phases).join(', ')}.`,
		);
		process.exit(1);
	}
	const implied = needsHost.some((name) => wanted.includes(name))
		? ['install', 'host']
		: ['install'];
	return Object.keys(phases).filter((name) => wanted.includes(name) || implied.includes(name));
}

async function runPhase(name) {
	console.log(`\n━━ ${name} ━━`);
	const startedAt = Date.now();
	let result;
	try {
		result = await phases[name]();
	} catch (error) {
		console.error(error);
		result = { passed: 0, failed: 1, note: 'broke down' };
	}
	const took = minutes(Date.now() - startedAt);
	const line = `${name.padEnd(9)} ${took.padStart(8)}  ${result.passed} passed, ${result.failed} failed`;
	const summary = result.note ? `${line}  (${result.note})` : line;
	console.log(`━━ ${summary}`);
	return { ...result, summary };
}

async function main() {
	const names = selected();
	const startedAt = Date.now();
	const done = [];
	for (const name of names) {
		done.push(await runPhase(name));
		// Without the dependencies nothing else can say anything sensible.
		if (name === 'install' && done[0].failed > 0) break;
	}
	await cleanUp();
	const sum = (key) => done.reduce((total, result) => total + result[key], 0);
	console.log(`\n${done.map(({ summary }) => summary).join('\n')}`);
	console.log(`in ${minutes(Date.now() - startedAt)}`);
	for (const line of [templatesLine(), specsLine()]) if (line) console.log(line);
	console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
	return sum('failed') === 0 ? 0 : 1;
}

for (const signal of ['SIGINT', 'SIGTERM']) {
	process.on(signal, () => void cleanUp().finally(() => process.exit(1)));
}

main().then(
	(code) => process.exit(code),
	(error) => {
		console.error(error);
		process.exit(1);
	},
);
