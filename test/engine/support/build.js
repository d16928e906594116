/**
 * Builds the package when a source is newer than the last build. `npm test` has built it before;
 * this serves those who run a single engine test.
 */
const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');

const root = path.join(__dirname, '../../..');

function newest(folder) {
	return fs
		.readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.reduce(
			(latest, entry) =>
				Math.max(latest, fs.statSync(path.join(entry.parentPath, entry.name)).mtimeMs),
			0,
		);
}

module.exports = async function build() {
	const stamp = path.join(root, 'dist/.built');
	const sources = Math.max(
		newest(path.join(root, 'nodes')),
		newest(path.join(root, 'credentials')),
	);
	if (fs.existsSync(stamp) && fs.statSync(stamp).mtimeMs > sources) return;
	const bin = path.join(root, 'node_modules/.bin');
	try {
		execFileSync(path.join(bin, 'tsc'), { cwd: root, stdio: 'pipe' });
	} catch (error) {
		// The type check is a gate of its own; what tsc emitted is still what is tested here.
		process.stderr.write(`tsc: ${String(error.stdout).split('\n').slice(0, 20).join('\n')}\n`);
	}
	execFileSync(path.join(bin, 'gulp'), ['--silent'], { cwd: root, stdio: 'pipe' });
	fs.writeFileSync(stamp, '');
};
