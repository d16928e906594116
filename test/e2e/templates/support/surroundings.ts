import { type FreshN8n, startFresh } from '../../../host/server/freshN8n';
import { startSandbox } from '../../../sandbox';
import type { Sandbox } from '../../../sandbox/contract';
import type { Story } from '../../../story/contract';
import { bePatient } from '../../support/patientZoom';
import { preparedFolder } from './home';
import { type Mailbox, startMailbox } from './mailbox';
import { type Relay, startRelay } from './relay';

/** What stands around a template. */
export interface Surroundings {
	n8n: FreshN8n;
	sandbox: Sandbox;
	relay: Relay;
	mailbox: Mailbox;
}

/** Starts everything; n8n, which takes longest, while the others get up. */
export async function raise(
	{ world }: Story,
	env: Record<string, string> = {},
): Promise<Surroundings> {
	const [relay, mailbox] = await Promise.all([startRelay(), startMailbox()]);
	const addresses = { WEBHOOK_URL: `${relay.url}/`, N8N_EDITOR_BASE_URL: relay.url };
	const starting = startFresh(preparedFolder(), { ...addresses, ...env });
	const [n8n, sandbox] = await Promise.all([starting, startSandbox({ world })]);
	relay.target = n8n.url;
	bePatient(sandbox);
	return { n8n, sandbox, relay, mailbox };
}

/** Ends everything. */
export async function strike({ n8n, sandbox, relay, mailbox }: Surroundings): Promise<void> {
	try {
		await n8n.stop();
	} finally {
		await Promise.all([relay.close(), mailbox.close(), sandbox.close()]);
	}
}
