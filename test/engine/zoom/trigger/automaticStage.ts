import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { DEFAULT_RETRY } from '../../../../nodes/shared/transport/retry';
import type { BookEntry, Sandbox, ZoomSubscription } from '../../../sandbox/contract';
import { MemoryCredentials, type CredentialValues } from '../../support/credentials';
import { packageTypes } from '../../support/runNode';
import { stage, type Stage } from '../../support/world';
import { expectBySpec } from '../support/specs';
import {
	activate,
	deactivate,
	startTriggerHost,
	type TriggerHost,
	type TriggerSettings,
} from './triggerHost';

export const EVENTS = ['webinar.ended', 'webinar.registration_created'];
const PATH = '/marketplace/app/event_subscription';

/** A trigger that registers itself with the sandbox's Zoom, and the n8n that it runs in. */
export interface AutomaticStage {
	on: Stage;
	sandbox: Sandbox;
	settings: TriggerSettings & { parameters: INodeParameters; staticData: IDataObject };
	host: TriggerHost;
	/** Ends it; every call of its n8n must have been one that Zoom's specification allows. */
	close(): Promise<void>;
	/** What the user has chosen in the credential's field; read at every call. */
	useCredentials(values: CredentialValues): void;
	activate(): Promise<void>;
	deactivate(): Promise<boolean>;
}

export async function automaticStage(parameters: INodeParameters = {}): Promise<AutomaticStage> {
	DEFAULT_RETRY.baseMs = 2;
	const on = await stage({ registrants: 12 });
	const { sandbox } = on;
	sandbox.zoom.serverToServerMaySubscribe = true;
	const types = await packageTypes();
	const settings: AutomaticStage['settings'] = {
		credential: {},
		store: new MemoryCredentials(types, on.zoom),
		parameters: { registration: 'automatic', events: EVENTS, ...parameters },
		staticData: {},
	};
	const host = await startTriggerHost(settings);
	settings.origin = host.origin;
	return {
		on,
		sandbox,
		settings,
		host,
		useCredentials: (values) => {
			settings.store = new MemoryCredentials(types, values);
		},
		activate: async () => await activate(settings),
		deactivate: async () => await deactivate(settings),
		close: async () => {
			await host.close();
			await on.close();
			expectBySpec(sandbox);
		},
	};
}

/** One that this trigger has not made. */
export function subscription(changes: Partial<ZoomSubscription> = {}): ZoomSubscription {
	return {
		event_subscription_id: 'theirs',
		event_subscription_name: 'Our data warehouse',
		event_webhook_url: 'https://warehouse.example.com/zoom',
		events: ['webinar.ended'],
		subscription_scope: 'account',
		created_source: 'default',
		subscriber_id: 'account',
		user_ids: [],
		...changes,
	};
}

/** The calls that changed subscriptions, e.g. `POST 201`. */
export function changesOf(sandbox: Sandbox): string[] {
	return subscriptionCalls(sandbox)
		.filter(({ method }) => method !== 'GET')
		.map(({ method, status }) => `${method} ${status}`);
}

export function subscriptionCalls(sandbox: Sandbox): BookEntry[] {
	return sandbox.books.calls('zoom').filter(({ path }) => path.startsWith(PATH));
}
