import { readHostileJson } from '../../shared/transport/hostileJson';
import { asObject, asText, isObject, type JsonObject } from '../../shared/transport/json';
import { TOKEN } from '../mapping/connection';
import { idOf, personOf, textsBut, type PersonItem } from './item';
import { tokensOf, wantedWebinar } from './webinar';

const OWN_NAMES: ReadonlySet<string> = new Set([
	'leadId',
	'email',
	'firstName',
	'lastName',
	'phone',
	'company',
	'title',
	'jobTitle',
	'programId',
	'programName',
	'programStatus',
	'webinarId',
	'webinarProgramId',
	'webinarPlatform',
	'webinarJoinUrl',
	'configuration',
	'campaignId',
	'campaignName',
	'munchkinId',
	'tokens',
]);

/**
 * Reads what a webhook's payload template made of a person: JSON, or a form where the template is one.
 * @returns the fields, or in words why it cannot be used
 */
export function readWebhookBody(rawBody: Buffer, contentType: string): JsonObject | string {
	if (!/^application\/x-www-form-urlencoded/i.test(contentType)) return readHostileJson(rawBody);
	return Object.fromEntries(new URLSearchParams(rawBody.toString('utf8')));
}

/**
 * The person of a Call Webhook step, by the names of the documented payload template. A webinar ID is
 * the program's token; where the template names the program that its tokens were written for, a clone
 * is told by it.
 * https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/webhooks/webhooks
 * @param receivedAt ISO 8601 UTC
 */
export function webhookItem(body: JsonObject, receivedAt: string): PersonItem {
	const text = (name: string) => asText(body[name]).trim();
	const programId = idOf(body.programId);
	const tokens = {
		...tokensOf(asObject(body.tokens)),
		...tokensOf({
			[TOKEN.webinarId]: body.webinarId,
			[TOKEN.programId]: body.webinarProgramId,
			[TOKEN.platform]: body.webinarPlatform,
			[TOKEN.joinUrl]: body.webinarJoinUrl,
		}),
	};
	const flat = Object.fromEntries(Object.entries(body).filter(([, value]) => !isObject(value)));
	return {
		calledBy: 'webhook',
		leadId: idOf(body.leadId) ?? 0,
		...personOf(body),
		programId,
		programName: text('programName'),
		programStatus: text('programStatus'),
		...wantedWebinar('', tokens, programId),
		configuration: text('configuration'),
		campaignId: idOf(body.campaignId),
		campaignName: text('campaignName'),
		munchkinId: text('munchkinId'),
		fields: textsBut(flat, OWN_NAMES),
		tokens,
		receivedAt,
	};
}
