/** Before anything of n8n-core loads: a throw-away home, so that no test touches a real n8n. */
const os = require('node:os');
const path = require('node:path');

// One per worker of jest, used again by the next run.
const home = `n8n-nodes-webinars-test-${process.env.JEST_WORKER_ID ?? 0}`;
process.env.N8N_USER_FOLDER ??= path.join(os.tmpdir(), home);
process.env.N8N_ENCRYPTION_KEY ??= 'test-only-key';

// FC_RUNS=5000: every property that names no number of its own is tried so often.
const runs = Number(process.env.FC_RUNS);
if (runs > 0) require('fast-check').configureGlobal({ numRuns: runs });
