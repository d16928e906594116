/**
 * The oldest n8n that the package is proved on: the engine of the 1.123 line, in a cache folder of its own. A whole
 * n8n of that line cannot be installed from every registry any more; its engine can, in half a minute. The last of
 * the line, because jest on Node 20 cannot load what the first ones depend on.
 */
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

/** What n8n 1.123 names in its own package.json; the README says so too. */
const OLDEST = { n8n: '1.123', 'n8n-core': '1.122.48', 'n8n-workflow': '1.120.31' };

const cache =
	process.env.N8N_WEBINARS_CACHE ?? path.join(os.homedir(), '.cache', 'n8n-nodes-webinars');
const folder = path.join(cache, `n8n-core-${OLDEST['n8n-core']}`);
const modules = path.join(folder, 'node_modules');

/** Installs it when it is not there (half a minute, 250 packages); the folder appears when it is whole. */
function installOlder() {
	if (fs.existsSync(folder)) return;
	fs.mkdirSync(cache, { recursive: true });
	const filling = fs.mkdtempSync(`${folder}.filling-`);
	const dependencies = { 'n8n-core': OLDEST['n8n-core'], 'n8n-workflow': OLDEST['n8n-workflow'] };
	const manifest = { name: 'n8n-core-older', version: '1.0.0', private: true, dependencies };
	fs.writeFileSync(path.join(filling, 'package.json'), JSON.stringify(manifest, null, 2));
	const args = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
	const { status } = spawnSync('npm', args, { cwd: filling, stdio: 'inherit' });
	if (status !== 0) {
		fs.rmSync(filling, { recursive: true, force: true });
		throw new Error(`n8n-core ${OLDEST['n8n-core']} could not be installed`);
	}
	// Somebody else may have been faster.
	if (fs.existsSync(folder)) fs.rmSync(filling, { recursive: true, force: true });
	else fs.renameSync(filling, folder);
}

/** For jest: everything that asks for n8n's engine gets the old one. */
const mapper = {
	'^n8n-core$': path.join(modules, 'n8n-core'),
	'^n8n-workflow$': path.join(modules, 'n8n-workflow'),
};

module.exports = { OLDEST, installOlder, mapper };
