/** Before anything of n8n-core loads: a throw-away home, so that no test touches a real n8n. */
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

process.env.N8N_USER_FOLDER ??= fs.mkdtempSync(path.join(os.tmpdir(), 'n8n-nodes-webinars-test-'));
process.env.N8N_ENCRYPTION_KEY ??= 'test-only-key';
