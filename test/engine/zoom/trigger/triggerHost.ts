import type { Logger } from 'n8n-workflow';

import { ZoomWebinarTrigger } from '../../../../nodes/Zoom/ZoomWebinarTrigger.node';
import { TriggerEngine, type TriggerHost, type TriggerSettings } from '../../support/triggerEngine';

export type { TriggerHost, TriggerSettings } from '../../support/triggerEngine';

const engine = new TriggerEngine(new ZoomWebinarTrigger(), [
	'zoomWebinarServerToServerOAuth2Api',
	'zoomWebinarOAuth2Api',
]);

/** The trigger behind a real HTTP server. */
export async function startTriggerHost(settings: TriggerSettings): Promise<TriggerHost> {
	return await engine.start(settings);
}

/** What n8n calls when the workflow is activated, or when listening for a test event starts. */
export async function activate(
	settings: TriggerSettings,
	how?: 'activate' | 'listen',
): Promise<void> {
	await engine.activate(settings, how);
}

/** What n8n calls when the workflow is deactivated, or when listening for a test event ends. */
export async function deactivate(
	settings: TriggerSettings,
	how?: 'activate' | 'listen',
): Promise<boolean> {
	return await engine.deactivate(settings, how);
}

/** The logger that every node of this process writes to. */
export function logger(): Logger {
	return engine.logger();
}
