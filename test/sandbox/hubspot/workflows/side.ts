import type { HubSpotContactState, HubSpotOAuthApp } from '../../world';
import type { Portal } from '../context';
import { isRecord } from '../http/input';
import type { Route } from '../http/router';
import { callbackRoutes } from './callbackRoutes';
import { readChoices } from './choices';
import type {
	ChoicesAnswer,
	ChoicesOptions,
	EnrollOptions,
	HubSpotWorkflows,
	WebhookOptions,
	WebhookResult,
	WorkflowAction,
} from './contract';
import { definitionRoutes } from './definitionRoutes';
import { Definitions } from './definitions';
import { deliver, isSuccess } from './deliver';
import { ActionEnrollment } from './enrollment';
import { propertiesOf, resolved, spelledOut } from './inputs';
import { parsedJson } from './json';
import { webhookRequest } from './webhookAction';

/** HubSpot's documents say v2, newer receivers see v3; both are sent unless a test says otherwise. */
const SIGNATURES = ['v2', 'v3'] as const;
const SECOND_MS = 1000;
const CONTACT_TYPE_ID = '0-1';

/** Plays HubSpot's workflows: they call actions and webhooks, and wait for callbacks. */
export class Workflows implements HubSpotWorkflows {
	readonly enrollments: ActionEnrollment[] = [];
	readonly unsure: HubSpotWorkflows['unsure'] = {
		secondCompletion: 404,
		typedOutputsRequired: false,
	};
	private readonly definitions = new Definitions();
	/** Drop-downs whose last answer said so. */
	private readonly searchable = new Set<string>();

	constructor(
		private readonly portal: Portal,
		/** Aborted when the sandbox closes. */
		private readonly signal: AbortSignal,
	) {}

	routes(): Route[] {
		const find = (callbackId: string) =>
			this.enrollments.find((one) => one.callbackId === callbackId);
		return [
			...definitionRoutes(this.portal, this.definitions),
			...callbackRoutes(find, this.unsure),
		];
	}

	defineAction(definition: unknown): WorkflowAction {
		if (!isRecord(definition)) throw new Error('The definition is no object');
		return this.definitions.add(definition);
	}

	enroll(options: EnrollOptions): ActionEnrollment {
		const { action, workflowId = 192_814_114, inputFieldsAs = 'inputFields' } = options;
		const { definition } = action;
		const app = this.app();
		const contact = this.contact(options.contactId);
		const inputs = resolved(contact, spelledOut(definition, options.inputFields ?? {}));
		const callbackId = `ap-${this.portal.world.portalId}-${1_000_001 + this.enrollments.length}-1-0`;
		const { now } = this.portal.kernel;
		const enrollment = new ActionEnrollment(callbackId, app.appId, definition, inputs, now);
		this.enrollments.push(enrollment);
		const missing = definition.inputFields.find(
			({ name, isRequired }) => isRequired && !(name in inputs),
		);
		if (missing) {
			enrollment.refuse(`The required input field ${missing.name} has no value`);
			return enrollment;
		}
		const sent = deliver({
			...options,
			method: 'POST',
			url: definition.actionUrl,
			json: {
				callbackId,
				origin: this.origin(action),
				context: { source: 'WORKFLOWS', workflowId },
				object: {
					objectId: Number(contact.id),
					properties: propertiesOf(contact, definition.objectProperties),
					objectType: 'CONTACT',
				},
				...(inputFieldsAs === 'fields' ? {} : { inputFields: inputs }),
				...(inputFieldsAs === 'inputFields' ? {} : { fields: inputs }),
			},
			secret: app.clientSecret,
			signatures: options.signatures ?? [...SIGNATURES],
			retryAfterUnitMs: SECOND_MS,
			signal: this.signal,
			onAttempt: (attempt) => enrollment.attempts.push(attempt),
		});
		// What a test asked for could not be sent at all: its enrollment says so.
		sent.then(
			(attempts) => enrollment.answer(attempts.at(-1)),
			(error: unknown) => enrollment.refuse(String(error)),
		);
		return enrollment;
	}

	async options(options: ChoicesOptions): Promise<ChoicesAnswer> {
		const { action, field, q, after, fetchOptionsIn = 'body' } = options;
		const { inputFields } = action.definition;
		const url = inputFields.find(({ name }) => name === field)?.optionsUrl;
		if (url === undefined) throw new Error(`There is no input field ${field} with an optionsUrl`);
		const key = `${action.id}/${field}`;
		if (q !== undefined && !this.searchable.has(key)) {
			throw new Error(`${field} cannot be searched: no answer said searchable yet`);
		}
		const inputs = spelledOut(action.definition, options.inputFields ?? {});
		const fetchOptions = {
			...(q === undefined ? {} : { q }),
			...(after === undefined ? {} : { after }),
		};
		const [attempt] = await deliver({
			...options,
			method: 'POST',
			url,
			json: {
				origin: this.origin(action),
				objectTypeId: CONTACT_TYPE_ID,
				inputFieldName: field,
				inputFields: fetchOptionsIn === 'body' ? inputs : { ...inputs, fetchOptions },
				...(fetchOptionsIn === 'body' ? { fetchOptions } : {}),
			},
			secret: this.app().clientSecret,
			signatures: options.signatures ?? [...SIGNATURES],
			retryAfterUnitMs: SECOND_MS,
			// Somebody sits before the drop-down: it shows an error and does not try again by itself.
			retryDelaysMs: [],
			signal: this.signal,
		});
		if (!attempt) throw new Error('Nothing was sent');
		const answer = isSuccess(attempt)
			? readChoices(parsedJson(attempt.body))
			: { ...readChoices({ options: [] }), complaints: [`Status ${attempt.status}`] };
		if (answer.searchable) this.searchable.add(key);
		else this.searchable.delete(key);
		return { attempt, ...answer };
	}

	async sendWebhook(options: WebhookOptions): Promise<WebhookResult> {
		const contact = this.contact(options.contactId);
		const attempts = await deliver({
			...options,
			...webhookRequest(options, contact, this.portal.world.portalId),
			signatures: options.signatures ?? ['v2'],
			// The knowledge base's words; everybody else's are seconds.
			retryAfterUnitMs: 1,
			signal: this.signal,
		});
		const last = attempts.at(-1);
		return { attempts, state: last && isSuccess(last) ? 'succeeded' : 'failed' };
	}

	private app(): HubSpotOAuthApp {
		const { oauthApp } = this.portal.world;
		if (!oauthApp) throw new Error('The portal has no app: give the world an oauthApp');
		return oauthApp;
	}

	private contact(id: string): HubSpotContactState {
		const contact = this.portal.contacts.findById(id);
		if (!contact) throw new Error(`There is no contact ${id}`);
		return contact;
	}

	private origin({ id, revisionId }: WorkflowAction): Record<string, number> {
		return {
			portalId: this.portal.world.portalId,
			actionDefinitionId: Number(id),
			actionDefinitionVersion: Number(revisionId),
		};
	}
}
