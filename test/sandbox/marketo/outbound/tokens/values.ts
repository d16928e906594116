import { leadFields } from '../../leads/fields';
import { nameOf } from '../../state/leads';
import type { MarketoState } from '../../state/marketoState';
import type { MarketoLeadState } from '../../world';
import type { CampaignRun } from '../context';

export type TokenValue = string | number | boolean | null;

export interface TokenScope {
	state: MarketoState;
	run: CampaignRun;
	lead: MarketoLeadState;
}

/**
 * The value behind a token, by its family.
 * https://experienceleague.adobe.com/en/docs/marketo/using/product-docs/demand-generation/landing-pages/personalizing-landing-pages/tokens-overview
 * @param name after the dot, without a default
 * @returns null when there is none: an unknown token stays empty
 */
export function tokenValue(family: string, name: string, scope: TokenScope): TokenValue {
	switch (family.toLowerCase()) {
		// Marketo offers the fields of a person's company below a family of their own.
		case 'lead':
		case 'company':
			return leadValue(name, scope);
		case 'member':
			return memberValue(name, scope);
		case 'my':
			return myValue(name, scope);
		case 'program':
			return programValue(name, scope);
		case 'campaign':
			return campaignValue(name, scope);
		case 'trigger':
			return triggerValue(name, scope);
		case 'system':
			return systemValue(name, scope);
		default:
			return null;
	}
}

function leadValue(name: string, { state, lead }: TokenScope): TokenValue {
	const asked = plain(name);
	if (asked === 'id') return lead.id;
	if (asked === 'fullname') return nameOf(lead) || null;
	const field = [...leadFields(state).values()].find(
		(one) => plain(one.displayName) === asked || plain(one.name) === asked,
	);
	return field === undefined ? null : (lead.fields[field.name] ?? null);
}

/** Only where the campaign is a child of the program, and the person a member of it. */
function memberValue(name: string, { state, run, lead }: TokenScope): TokenValue {
	const member = run.program && state.memberOf(run.program.id, lead.id);
	if (!member) return null;
	const asked = plain(name);
	if (asked === 'webinarurl') return member.webinarUrl;
	if (asked === 'registrationcode') return member.registrationCode;
	const [field] =
		Object.entries(state.world.memberFields).find(
			([, { displayName }]) => plain(displayName) === asked,
		) ?? [];
	return field === undefined ? null : (member.fields[field] ?? null);
}

function myValue(name: string, { run }: TokenScope): TokenValue {
	return run.tokens[name] ?? run.program?.tokens[name]?.value ?? null;
}

function programValue(name: string, { run: { program } }: TokenScope): TokenValue {
	if (!program) return null;
	const { id, description, type } = program;
	const known: Record<string, TokenValue> = { id, name: program.name, description, type };
	return known[plain(name)] ?? null;
}

function campaignValue(name: string, { run: { campaign } }: TokenScope): TokenValue {
	const known: Record<string, TokenValue> = { id: campaign.id, name: campaign.name };
	return known[plain(name)] ?? null;
}

function triggerValue(name: string, { run: { trigger } }: TokenScope): TokenValue {
	if (!trigger) return null;
	const known: Record<string, TokenValue> = {
		name: trigger.name,
		triggername: trigger.triggerName,
	};
	return known[plain(name)] ?? null;
}

function systemValue(name: string, { state }: TokenScope): TokenValue {
	const now = state.nowIso();
	const known: Record<string, TokenValue> = {
		date: now.slice(0, 10),
		time: now.slice(11, 19),
		datetime: `${now.slice(0, 19)}Z`,
	};
	return known[plain(name)] ?? null;
}

/** Names are compared without case and spaces: `Webinar URL` is `webinarUrl`. */
function plain(name: string): string {
	return name.toLowerCase().replaceAll(/[\s_-]/g, '');
}
