/** Holds events against Zoom's own webhook schemas and examples, where they are at hand. */
import { readFileSync } from 'node:fs';
import type { JsonObject } from '../../specs/openapi';
import { specFile } from '../../specs';
import { compileSchema } from '../../specs/schema';

const SCHEMAS = 'zoom/meetings-webinars.webhooks.openapi.json';
const EXAMPLES = 'zoom/webhook-examples.json';

interface WebhookSpec {
	post: { requestBody: { content: { 'application/json': { schema: JsonObject } } } };
}

export interface EventJudge {
	/** false when Zoom's files are not on this machine: then nothing is checked. */
	present: boolean;
	/** What the event's schema objects to. */
	problems(event: string, body: unknown): string[];
	/** Members whose JSON type differs from the one in Zoom's example. */
	unlikeExample(event: string, body: unknown): string[];
}

export function createEventJudge(): EventJudge {
	const [schemas, examples] = [specFile(SCHEMAS), specFile(EXAMPLES)];
	if (!schemas || !examples) {
		return { present: false, problems: () => [], unlikeExample: () => [] };
	}
	const { webhooks }: { webhooks: Record<string, WebhookSpec> } = JSON.parse(
		readFileSync(schemas, 'utf8'),
	);
	const byEvent: Record<string, { example: unknown }> = JSON.parse(readFileSync(examples, 'utf8'));
	return {
		present: true,
		problems(event, body) {
			const schema = webhooks[event]?.post.requestBody.content['application/json'].schema;
			if (!schema) return [`Zoom has no event ${event}`];
			const validate = compileSchema(resolved(schema, webhooks));
			if (validate(body)) return [];
			return (validate.errors ?? []).map(
				({ instancePath, message, params }) =>
					`${instancePath} ${message ?? ''} ${JSON.stringify(params)}`,
			);
		},
		unlikeExample: (event, body) => differences(body, byEvent[event]?.example, event),
	};
}

/**
 * Zoom's references lead to `#/paths/<event>/…`, where nothing is; what they mean is below
 * `#/webhooks/<event>/…`.
 */
function resolved(schema: unknown, webhooks: Record<string, WebhookSpec>): JsonObject {
	const text = JSON.stringify(schema, (_name, value: unknown) => {
		if (typeof value !== 'object' || value === null || !('$ref' in value)) return value;
		const steps = String(value.$ref).split('/').slice(2).map(unescaped);
		return steps.reduce<unknown>((at, step) => Object(at)[step], webhooks);
	});
	return JSON.parse(text);
}

const unescaped = (step: string): string => step.replace(/~1/g, '/').replace(/~0/g, '~');

function differences(ours: unknown, example: unknown, at: string): string[] {
	if (example === undefined || ours === undefined) return [];
	if (kind(ours) !== kind(example)) return [`${at}: ${kind(ours)}, Zoom sends ${kind(example)}`];
	if (Array.isArray(ours) && Array.isArray(example))
		return differences(ours[0], example[0], `${at}[]`);
	if (kind(ours) !== 'object') return [];
	return Object.entries(Object(ours)).flatMap(([name, value]) =>
		differences(value, Object(example)[name], `${at}.${name}`),
	);
}

function kind(value: unknown): string {
	if (Array.isArray(value)) return 'array';
	return value === null ? 'null' : typeof value;
}
