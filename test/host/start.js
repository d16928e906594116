/** `npm start`: from a fresh clone to a real n8n that has done the main job. See main.ts. */
const { spawn } = require('node:child_process');
const path = require('node:path');
const { bin, checkNode, installProject, root } = require('./bootstrap');

checkNode();
if (!installProject()) {
	console.error('The dependencies of the project could not be installed; see the lines above.');
	process.exit(1);
}

const main = path.join(__dirname, 'main.ts');
const child = spawn(bin('tsx'), [main, ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' });
// Ctrl-C reaches the child too, which stops n8n and then ends; until then this process must stay.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => child.kill('SIGTERM'));
child.on('error', (error) => {
	console.error(`tsx could not be started: ${error.message}`);
	process.exit(1);
});
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
