import type { FastifyInstance } from 'fastify';
import type { AddressInfo } from 'node:net';
import type { MarketoOutbound } from '../contract';
import { ACTIVITY } from '../state/activityLog';
import { upsertLead } from '../state/leads';
import type { MarketoState } from '../state/marketoState';
import { Campaigns } from './campaigns/campaigns';
import type { Outbound } from './context';
import { registerCallback } from './services/callbackRoute';
import { install } from './services/install';
import { refreshPicklist } from './services/picklist';
import { mappingProblems } from './webhooks/mappings';

const CALLBACK_TIMEOUT_MS = 90_000;

/**
 * What Marketo does by itself: smart campaigns, flow steps of service providers, webhooks, mail.
 * @param app the instance's own server; the callback of flow steps is added to it
 * @param signal aborted when the sandbox closes
 */
export function createOutbound(
	state: MarketoState,
	app: FastifyInstance,
	signal: AbortSignal,
): MarketoOutbound {
	const outbound: Outbound & MarketoOutbound = {
		state,
		mails: [],
		log: [],
		services: [],
		webhooks: [],
		invocations: [],
		unsure: {
			myTokenContextIn: 'context',
			callbackTokenInBody: true,
			emptyTokenInWebhook: 'null',
		},
		callbackTimeoutMs: CALLBACK_TIMEOUT_MS,
		ownUrl: () => urlOf(app),
		signal,
		async fillOutForm(form, fields) {
			const { email } = fields;
			if (!email) throw new Error('A form is filled out with an e-mail address');
			const { lead } = upsertLead(state, { ...fields, email }, { by: 'form' });
			state.activities.add({
				leadId: lead.id,
				activityTypeId: ACTIVITY.fillOutForm,
				primaryAttributeValueId: null,
				primaryAttributeValue: form,
				attributes: [{ name: 'Form Fields', value: JSON.stringify(fields) }],
			});
			state.tell({ kind: 'formFilledOut', leadId: lead.id, form, programId: null });
			await campaigns.settled();
			return lead;
		},
		async runCampaign(campaignId, leadIds) {
			await campaigns.start(campaigns.find(campaignId), leadIds);
			await campaigns.settled();
		},
		settled: () => campaigns.settled(),
		installService: (url, apiKey, options) => install(outbound, url, apiKey, options),
		refreshPicklist: (service, attribute) => refreshPicklist(outbound, service, attribute),
		addWebhook(webhook) {
			const problems = mappingProblems(state, webhook);
			if (problems.length > 0) throw new Error(`${webhook.name}: ${problems.join('; ')}`);
			outbound.webhooks.push(webhook);
		},
	};
	const campaigns = new Campaigns(outbound);
	registerCallback(app, outbound);
	return outbound;
}

/** @throws Error before the server listens */
function urlOf(app: FastifyInstance): string {
	const address: AddressInfo | string | null = app.server.address();
	if (address === null || typeof address === 'string') throw new Error('The sandbox has no port');
	return `http://127.0.0.1:${address.port}${app.prefix}`;
}
