import path from 'node:path';

export interface N8nEnvOptions {
	nodeBin: string;
	userFolder: string;
	port: number;
	brokerPort: number;
	url: string;
}

/** Of our own environment n8n gets only this: NODE_ENV, NODE_OPTIONS or npm's variables would change it. */
const passedOn = ['LANG', 'LC_ALL', 'TMPDIR', 'USER'];

/**
 * An n8n that stays on this machine: loopback only, no telemetry, no dialogs that a test would
 * have to click away, its home in `userFolder` and nowhere else.
 * https://docs.n8n.io/hosting/configuration/environment-variables/
 */
export function n8nEnv(options: N8nEnvOptions): Record<string, string> {
	const own = passedOn.flatMap((name): Array<[string, string]> => {
		const value = process.env[name];
		return value === undefined ? [] : [[name, value]];
	});
	return {
		...Object.fromEntries(own),
		PATH: `${path.dirname(options.nodeBin)}:${process.env.PATH ?? ''}`,
		HOME: options.userFolder,
		N8N_USER_FOLDER: options.userFolder,
		N8N_ENCRYPTION_KEY: 'only-for-this-throw-away-n8n',
		N8N_PORT: String(options.port),
		N8N_HOST: '127.0.0.1',
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		WEBHOOK_URL: `${options.url}/`,
		DB_TYPE: 'sqlite',
		N8N_RUNNERS_BROKER_PORT: String(options.brokerPort),
		N8N_SECURE_COOKIE: 'false',
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_HIRING_BANNER_ENABLED: 'false',
		N8N_DYNAMIC_BANNERS_ENABLED: 'false',
		N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
		N8N_VERIFIED_PACKAGES_ENABLED: 'false',
		// Would ask api.n8n.io for its list of servers.
		N8N_DISABLED_MODULES: 'mcp-registry',
		N8N_LOG_LEVEL: 'info',
	};
}
