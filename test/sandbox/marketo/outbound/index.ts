import type { FastifyInstance } from 'fastify';
import type { MarketoOutbound } from '../contract';
import { upsertLead } from '../state/leads';
import type { MarketoState } from '../state/marketoState';

/**
 * What Marketo does by itself: smart campaigns, flow steps, webhooks, mail. Here only forms are filled out,
 * campaigns do not run yet.
 * @param signal aborted when the sandbox closes
 */
export function createOutbound(
	engine: MarketoState,
	_app: FastifyInstance,
	_signal: AbortSignal,
): MarketoOutbound {
	const notYet = (what: string): never => {
		throw new Error(`The sandbox's Marketo does not ${what} yet`);
	};
	return {
		mails: [],
		log: [],
		services: [],
		invocations: [],
		callbackTimeoutMs: 30_000,
		fillOutForm: async (form, fields) => {
			const { lead } = upsertLead(engine, { ...fields, email: fields.email ?? '' }, { by: 'form' });
			engine.tell({ kind: 'formFilledOut', leadId: lead.id, form, programId: null });
			return lead;
		},
		runCampaign: async () => notYet('run campaigns'),
		settled: async () => {},
		installService: async () => notYet('install services'),
		refreshPicklist: async () => notYet('refresh picklists'),
		addWebhook: () => notYet('call webhooks'),
	};
}
