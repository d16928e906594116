import { isLoopback, parsedUrl } from '../../shared/transport/baseUrl';
import { isLinkLocal, isPrivateHost } from '../../shared/transport/privateHost';
import { asArray, asObject, asText, isObject, type JsonObject } from '../../shared/transport/json';
import { idOf, personOf, textsBut, type PersonItem } from './item';
import { tokensOf, wantedWebinar } from './webinar';

/** Where Marketo waits for the results of a chunk. Secret: who has it can answer in n8n's name. */
export type Callback = {
	url: string;
	/** For the header x-api-key. */
	apiKey: string;
	/** Works once. */
	token: string;
	munchkinId: string;
};

/** A chunk of people that a campaign has sent to the flow step. */
export interface Invocation {
	callback: Callback;
	munchkinId: string;
	/** One per person. */
	people: PersonItem[];
	/** Entries that name nobody or somebody again; Marketo could not be told about them. */
	leftOut: number;
}

/**
 * Every person gets the tokens of everybody: a small body of many people and many tokens would become
 * gigabytes. A thousand people with a hundred tokens are a tenth of it.
 */
const MOST_TOKENS = 1_000_000;

const OWN_NAMES: ReadonlySet<string> = new Set([
	'id',
	'email',
	'firstName',
	'lastName',
	'phone',
	'company',
	'title',
]);

/**
 * Reads the body of submitAsyncAction; nothing in it is trusted. Where Marketo puts My Tokens is not
 * documented, so all three places that the schema allows are looked at.
 * https://github.com/adobe/Marketo-SSFS-Service-Provider-Interface (CFA-Swagger.yaml, `async`)
 * @param receivedAt ISO 8601 UTC
 * @param ownUrl where Marketo reaches this n8n
 * @returns in words why it cannot be used; nothing of the body is in them
 */
export function readInvocation(
	body: JsonObject,
	receivedAt: string,
	ownUrl: string,
): Invocation | string {
	const url = callbackUrl(asText(body.callbackUrl), parsedUrl(ownUrl));
	if (url === undefined) return 'its callbackUrl is not an https address of the internet';
	const token = asText(body.token);
	if (token === '') return 'it has no token for the callback';
	const apiKey = asText(body.apiCallBackKey);
	if (!isHeader(token) || !isHeader(apiKey)) return 'its token or key cannot stand in a header';
	const context = asObject(body.context);
	const munchkinId = asText(asObject(context.subscription).munchkinId).trim();
	const people = new Map<number, PersonItem>();
	const entries = asArray(body.objectData);
	const shared = {
		...tokensOf(asObject(body.myTokenContext)),
		...tokensOf(asObject(context.myTokenContext)),
	};
	if (entries.length * Object.keys(shared).length > MOST_TOKENS) return 'it is too large';
	for (const entry of entries) {
		const person = isObject(entry)
			? readPerson({ campaignId: body.campaignId, context, shared }, entry, receivedAt)
			: undefined;
		if (person !== undefined && !people.has(person.leadId)) people.set(person.leadId, person);
	}
	if (people.size === 0) return 'it names no person';
	return {
		callback: { url, apiKey, token, munchkinId },
		munchkinId,
		people: [...people.values()],
		leftOut: entries.length - people.size,
	};
}

interface Chunk {
	campaignId?: unknown;
	context: JsonObject;
	/** Tokens of everybody. */
	shared: Record<string, string>;
}

function readPerson(
	{ campaignId, context, shared }: Chunk,
	entry: JsonObject,
	receivedAt: string,
): PersonItem | undefined {
	const lead = asObject(entry.objectContext);
	const leadId = idOf(lead.id);
	if (leadId === null) return undefined;
	const campaign = asObject(context.campaign);
	const program = asObject(context.program);
	const programId = idOf(program.id) ?? idOf(campaign.parentProgramId);
	const tokens = { ...shared, ...tokensOf(asObject(entry.myTokenContext)) };
	const step = asObject(entry.flowStepContext);
	return {
		calledBy: 'flowStep',
		leadId,
		...personOf(lead),
		programId,
		programName: asText(program.name),
		programStatus: asText(asObject(entry.programMemberContext).status),
		...wantedWebinar(asText(step.webinar).trim(), tokens, programId),
		configuration: asText(step.configuration).trim(),
		campaignId: idOf(campaign.id) ?? idOf(campaignId),
		campaignName: asText(campaign.name),
		munchkinId: asText(asObject(context.subscription).munchkinId).trim(),
		fields: textsBut(lead, OWN_NAMES),
		tokens,
		receivedAt,
	};
}

/**
 * Results and secrets are sent there: https, http on this machine alone, and nothing that hides where it
 * leads. Whoever reaches n8n from the internet does not have it call somebody inside of its own network.
 */
function callbackUrl(text: string, own: URL | undefined): string | undefined {
	const url = /[\\\s]/.test(text) ? undefined : parsedUrl(text);
	if (url === undefined || url.username !== '' || url.password !== '') return undefined;
	const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url));
	const isInside = isPrivateHost(url) && !(own && isPrivateHost(own) && !isLinkLocal(url));
	return isSafe && !isInside ? text : undefined;
}

function isHeader(text: string): boolean {
	return /^[\x20-\x7e]*$/.test(text);
}
