import type { FastifyInstance } from 'fastify';
import type { MarketoSide, MarketoWebhook } from './contract';
import type { MarketoCampaign } from './world';

const ROOT = '/control/marketo';
const text = { type: 'string', minLength: 1 } as const;
const texts = { type: 'object', additionalProperties: { type: 'string' } } as const;

const TRIGGERS = [
	'campaignIsRequested',
	'fillsOutForm',
	'programStatusIsChanged',
	'programMemberDataIsChanged',
	'batch',
];
const STEPS = ['changeProgramStatus', 'flowStep', 'callWebhook', 'sendEmail'];
const oneOf = (kinds: string[]) => ({
	type: 'object',
	required: ['kind'],
	properties: { kind: { enum: kinds } },
});

function body(required: string[], properties: Record<string, unknown>) {
	return { schema: { body: { type: 'object', required, properties } } };
}

/**
 * Marketo's own side below /control/marketo, for people (curl) and other processes: what an admin and a marketer
 * do in the application. What Marketo would refuse comes back as 422 with its reason.
 */
export function registerMarketoControl(app: FastifyInstance, side: MarketoSide): void {
	app.register(async (scope) => {
		scope.setErrorHandler((error: { statusCode?: number; message: string }, _request, reply) =>
			reply.code(error.statusCode ?? 422).send({ message: error.message }),
		);
		registerAdmin(scope, side);
		registerMarketer(scope, side);
	});
}

/** Service providers and webhooks. */
function registerAdmin(app: FastifyInstance, side: MarketoSide): void {
	app.post<{ Body: { openApiUrl: string; apiKey: string; apiName?: string } }>(
		`${ROOT}/services`,
		body(['openApiUrl', 'apiKey'], { openApiUrl: text, apiKey: text, apiName: text }),
		async ({ body: { openApiUrl, apiKey, apiName } }) => {
			const options = apiName === undefined ? {} : { apiName };
			const installed = await side.installService(openApiUrl, apiKey, options);
			const { baseUrl, mappings, activityTypeId } = installed;
			return {
				apiName: installed.apiName,
				name: installed.name,
				baseUrl,
				mappings,
				activityTypeId,
			};
		},
	);
	app.post<{ Body: { service: string; attribute: string } }>(
		`${ROOT}/picklists`,
		body(['service', 'attribute'], { service: text, attribute: text }),
		async ({ body: { service, attribute } }) => ({
			choices: await side.refreshPicklist(service, attribute),
		}),
	);
	app.post<{ Body: MarketoWebhook }>(
		`${ROOT}/webhooks`,
		body(['name', 'url', 'template'], {
			name: text,
			url: text,
			template: text,
			headers: { ...texts, default: {} },
			mappings: { ...texts, default: {} },
			timeoutMs: { type: 'integer', minimum: 1 },
		}),
		async ({ body: webhook }) => {
			side.addWebhook(webhook);
			return { name: webhook.name };
		},
	);
}

/** Campaigns, forms, and what became of people. */
function registerMarketer(app: FastifyInstance, side: MarketoSide): void {
	app.post<{ Body: Pick<MarketoCampaign, 'name' | 'programId' | 'trigger' | 'flow'> }>(
		`${ROOT}/campaigns`,
		body(['name', 'programId', 'trigger', 'flow'], {
			name: text,
			programId: { type: ['integer', 'null'] },
			trigger: oneOf(TRIGGERS),
			flow: { type: 'array', items: oneOf(STEPS) },
		}),
		async ({ body: { name, programId, trigger, flow } }) => {
			const id = Math.max(0, ...side.campaigns.keys()) + 1;
			const isActive = trigger.kind !== 'batch';
			side.campaigns.set(id, { id, name, programId, isActive, trigger, flow });
			return { id };
		},
	);
	app.post<{ Params: { campaignId: string }; Body: { leadIds: number[] } }>(
		`${ROOT}/campaigns/:campaignId/run`,
		body(['leadIds'], { leadIds: { type: 'array', items: { type: 'integer' } } }),
		async ({ params, body: { leadIds } }) => {
			const before = side.log.length;
			await side.runCampaign(Number(params.campaignId), leadIds);
			return { log: side.log.slice(before) };
		},
	);
	app.post<{ Body: { form: string; fields: Record<string, string> } }>(
		`${ROOT}/forms`,
		body(['form', 'fields'], { form: text, fields: texts }),
		async ({ body: { form, fields } }) => {
			const before = side.log.length;
			const lead = await side.fillOutForm(form, fields);
			return { leadId: lead.id, log: side.log.slice(before) };
		},
	);
	app.get(ROOT, async () => ({
		mails: side.mails,
		log: side.log,
		invocations: side.invocations.map(
			({ service, request, status, attempts, callbacks, complaints }) => ({
				service,
				request,
				status,
				attempts,
				callbacks,
				complaints,
			}),
		),
	}));
}
