/**
 * `npm run test:queue`: n8n in queue mode, whose workers are killed. Ends with one line of JSON.
 * QUEUE_SEED=N repeats the moments of the kills.
 */
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { bin, checkNode, installProject, root } = require('../host/bootstrap');

checkNode();
if (!installProject()) process.exit(1);

const work = fs.mkdtempSync(path.join(os.tmpdir(), 'n8n-nodes-webinars-queue-run-'));
const [results, report] = ['jest.json', 'figures.json'].map((name) => path.join(work, name));
const json = ['--json', `--outputFile=${results}`];
const args = ['--selectProjects', 'queue', '--runInBand', '--forceExit', ...json];
const env = { ...process.env, N8N_WEBINARS_QUEUE_REPORT: report };
const { status } = spawnSync(bin('jest'), args, { cwd: root, env, stdio: 'inherit' });

const read = (file) => (fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : {});
const { numPassedTests = 0, numFailedTests = 0, numRuntimeErrorTestSuites = 0 } = read(results);
const failed = numFailedTests + numRuntimeErrorTestSuites || (status === 0 ? 0 : 1);
console.log(JSON.stringify({ passed: numPassedTests, failed, ...read(report) }));
fs.rmSync(work, { recursive: true, force: true });
process.exit(failed === 0 ? 0 : 1);
