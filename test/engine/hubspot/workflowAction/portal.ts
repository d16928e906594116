import type { IDataObject } from 'n8n-workflow';

import type {
	EnrollOptions,
	Enrollment,
	WorkflowAction,
} from '../../../sandbox/hubspot/workflows/contract';
import { appToken } from '../../../sandbox/hubspot/workflows/testing';
import type { CredentialValues } from '../../support/credentials';
import type { TriggerHost } from '../../support/triggerEngine';
import { stage, type Stage } from '../../support/world';
import { CLIENT_SECRET, defineAction, installApp, startTrigger } from '../trigger/stage';

/** A HubSpot account with the app, its workflow action, and the trigger that it calls. */
export interface Portal {
	here: Stage;
	trigger: TriggerHost;
	action: WorkflowAction;
	/** The app's credential, connected. */
	app: CredentialValues;
	/** A contact reaches the action; @returns it and what the trigger emitted. */
	enrolled(more?: Partial<EnrollOptions>): Promise<{ waiting: Enrollment; contact: IDataObject }>;
	close(): Promise<void>;
}

export async function openPortal(answer: string): Promise<Portal> {
	const here = await stage({ registrants: 20 });
	const { sandbox } = here;
	installApp(sandbox);
	const trigger = await startTrigger({ calledBy: 'workflowAction', answer, options: {} });
	const action = await defineAction(sandbox, trigger);
	return {
		here,
		trigger,
		action,
		app: await connectedApp(here),
		enrolled: async (more = {}) => {
			const before = trigger.outputs.length;
			const waiting = await sandbox.hubspot.workflows
				.enroll({
					action,
					contactId: somebody(here),
					inputFields: { webinarId: '995 1234 5678' },
					retryDelaysMs: [],
					...more,
				})
				.answered();
			const contact = trigger.outputs[before]?.[0]?.[0];
			if (contact === undefined) throw new Error('The trigger emitted nobody');
			return { waiting, contact };
		},
		close: async () => {
			await trigger.close();
			await here.close();
		},
	};
}

/** With the scopes that the app has now. */
export async function connectedApp({ sandbox }: Stage): Promise<CredentialValues> {
	const { world } = sandbox.hubspot;
	const token = await appToken({ url: sandbox.hubspotBaseUrl, world }, world.oauthApp);
	return {
		hubSpotWebinarOAuth2Api: {
			clientId: 'client-id',
			clientSecret: CLIENT_SECRET,
			baseUrl: sandbox.hubspotBaseUrl,
			oauthTokenData: { access_token: token, refresh_token: 'unused', token_type: 'bearer' },
		},
	};
}

export function somebody({ sandbox }: Pick<Stage, 'sandbox'>): string {
	const contact = [...sandbox.hubspot.contacts.values()].find(({ archivedAt }) => !archivedAt);
	if (contact === undefined) throw new Error('There is nobody');
	return contact.id;
}

/** The calls that answer a callback. */
export function answers({ sandbox }: Stage) {
	return sandbox.books.writes('hubspot').filter(({ path }) => path.endsWith('/complete'));
}
