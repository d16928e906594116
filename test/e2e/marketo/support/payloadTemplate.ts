import fs from 'node:fs';
import path from 'node:path';

import { repoRoot } from '../../../host/paths';

/** The payload template of Call Webhook that users copy from the page of the trigger. */
export function payloadTemplate(): string {
	const page = 'marketo-flow-step-trigger.md';
	const text = fs.readFileSync(path.join(repoRoot, 'docs', page), 'utf8');
	const [, template] = /```\s*(\{[^`]*\{\{lead\.Id\}\}[^`]*)```/.exec(text) ?? [];
	if (template === undefined) throw new Error(`${page} has no payload template`);
	return template;
}
