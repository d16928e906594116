import { asObject, asText, isObject, type JsonObject } from '../../shared/transport/json';

/** A contact at the workflow action, as the trigger's first output shows it. */
export type ActionItem = {
	calledBy: 'workflowAction' | 'webhook';
	/** How the workflow gets its answer; *Complete Workflow Action* goes by it. */
	answer: Answer;
	/** One per contact and execution, the same when HubSpot tries again; empty with "Send a webhook". */
	callbackId: string;
	portalId: string;
	workflowId: string;
	contactId: string;
	email: string;
	firstName: string;
	lastName: string;
	/** Digits without blanks and dashes; other IDs as they came. */
	webinarId: string;
	/** What HubSpot sent of the contact. */
	properties: Record<string, string>;
	/** What the user filled in at the action. */
	inputFields: Record<string, string>;
	/** ISO 8601 UTC. */
	receivedAt: string;
};

export type Answer = 'callBack' | 'whenComplete' | 'atOnce';

/** HubSpot's question for the entries of a drop-down, as the trigger's second output shows it. */
export type ChoicesItem = {
	/** Name of the action's input field. */
	field: string;
	/** What the user typed to search; empty at first. */
	q: string;
	/** Where the page before ended; empty at first. */
	after: string;
	portalId: string;
	inputFields: Record<string, string>;
	receivedAt: string;
};

/** How the trigger was called, which the request itself does not say. */
export interface Called {
	answer: Answer;
	/** ISO 8601 UTC. */
	receivedAt: string;
}

/**
 * The execution request of a custom workflow action.
 * https://developers.hubspot.com/docs/api-reference/automation-actions-v4-v4/guide
 */
export function actionItem(body: JsonObject, called: Called): ActionItem {
	const object = asObject(body.object);
	const properties = texts(object.properties);
	// Older examples and simulators say `fields`.
	const inputFields = texts(body.inputFields ?? body.fields);
	return {
		calledBy: 'workflowAction',
		answer: called.answer,
		callbackId: asText(body.callbackId),
		portalId: asText(asObject(body.origin).portalId),
		workflowId: asText(asObject(body.context).workflowId),
		contactId: asText(object.objectId),
		...personOf(properties),
		webinarId: webinarIdOf(inputFields.webinarId || inputFields.upcomingWebinar),
		properties,
		inputFields,
		receivedAt: called.receivedAt,
	};
}

/**
 * A request of the plain "Send a webhook": the whole contact, chosen properties, or a query. What
 * the URL itself says (`?webinarId=…`) counts first, because it is typed for this workflow.
 * https://knowledge.hubspot.com/workflows/how-do-i-use-webhooks-with-hubspot-workflows
 */
export function webhookItem(body: JsonObject, query: JsonObject, receivedAt: string): ActionItem {
	const nested = isObject(body.properties) ? body.properties : {};
	const flat = Object.fromEntries(
		Object.entries(body).filter(([name, value]) => name !== 'properties' && !isObject(value)),
	);
	const properties = { ...texts(query), ...texts(flat), ...texts(nested) };
	const asked = texts(query);
	const first = (...names: string[]) =>
		names.map((name) => asked[name] || properties[name]).find(Boolean) ?? '';
	return {
		calledBy: 'webhook',
		answer: 'atOnce',
		callbackId: '',
		portalId: first('portal-id', 'portalId', 'portal_id'),
		workflowId: first('workflowId', 'workflow_id'),
		contactId: first('vid', 'objectId', 'hs_object_id', 'id'),
		...personOf({
			email: first('email'),
			firstname: first('firstname', 'firstName', 'first_name'),
			lastname: first('lastname', 'lastName', 'last_name'),
		}),
		webinarId: webinarIdOf(first('webinarId', 'webinar_id', 'upcomingWebinar')),
		properties,
		inputFields: asked,
		receivedAt,
	};
}

/** The question for the entries of a drop-down. HubSpot's pages show `fetchOptions` in two places. */
export function choicesItem(body: JsonObject, receivedAt: string): ChoicesItem {
	const given = asObject(body.inputFields);
	const fetchOptions = asObject(body.fetchOptions ?? given.fetchOptions);
	const values = Object.entries(given)
		.filter(([name]) => name !== 'fetchOptions')
		.map(([name, field]) => [name, isObject(field) ? field.value : field]);
	return {
		field: asText(body.inputFieldName),
		q: asText(fetchOptions.q),
		after: asText(fetchOptions.after),
		portalId: asText(asObject(body.origin).portalId),
		inputFields: texts(Object.fromEntries(values)),
		receivedAt,
	};
}

function personOf(properties: Record<string, string>) {
	return {
		email: (properties.email ?? '').trim().toLowerCase(),
		firstName: (properties.firstname ?? '').trim(),
		lastName: (properties.lastname ?? '').trim(),
	};
}

/** People paste IDs as the platform shows them: 852 1234 5678. */
function webinarIdOf(text: string | undefined): string {
	const id = (text ?? '').trim();
	const digits = id.replace(/[\s-]+/g, '');
	return /^[0-9]+$/.test(digits) ? digits : id;
}

/** Values as text; the old contacts API wraps each in `{ value, versions }`. */
function texts(value: unknown): Record<string, string> {
	const entries = Object.entries(asObject(value)).map(([name, held]): [string, string] => {
		const plain: unknown = isObject(held) ? held.value : Array.isArray(held) ? held[0] : held;
		return [name, typeof plain === 'boolean' ? String(plain) : asText(plain)];
	});
	return Object.fromEntries(entries.filter(([, text]) => text !== ''));
}
