import type { HubSpotEngagementState } from '../../contract';
import { missing, type Change, type Refusal } from '../contacts/changes';
import { checkValues, type Problem } from '../contacts/values';
import type { Values } from '../contacts/store';
import type { Portal } from '../context';
import { contactLinks } from './links';
import type { KindFacts } from './kinds';
import { engagementWritten } from './render';

type Written = ReturnType<typeof engagementWritten>;

/** Of the call sources only this one may be written by an integration. */
const CALL_SOURCE = 'INTEGRATIONS_PLATFORM';

/**
 * @param associations of the request's body, any value
 * https://developers.hubspot.com/docs/api-reference/crm-calls-v3/guide
 */
export function planNew(
	portal: Portal,
	facts: KindFacts,
	given: Record<string, unknown>,
	associations: unknown,
): Change<Written> {
	const { values, refusal } = checked(portal, facts, given);
	if (refusal !== undefined) return { refusal };
	if (!values.get('hs_timestamp')) return { refusal: missing(facts.noun, ['hs_timestamp']) };
	const links = contactLinks(portal, facts, associations);
	if ('refusal' in links) return links;
	const store = portal.engagements[facts.kind];
	return {
		apply: () => engagementWritten(portal, facts, store.create(values, links.contacts)),
	};
}

export function planChange(
	portal: Portal,
	facts: KindFacts,
	one: HubSpotEngagementState,
	given: Record<string, unknown>,
): Change<Written> {
	const { values, refusal } = checked(portal, facts, given);
	if (refusal !== undefined) return { refusal };
	if (values.get('hs_timestamp') === null) {
		return { refusal: missing(facts.noun, ['hs_timestamp']) };
	}
	return {
		apply: () => {
			portal.engagements[facts.kind].update(one, values);
			return engagementWritten(portal, facts, one);
		},
	};
}

function checked(portal: Portal, { kind }: KindFacts, given: Record<string, unknown>) {
	const { problems, values } = checkValues(given, portal.schemas[kind]);
	const all = [...problems, ...callProblems(values)];
	const refusal: Refusal | undefined =
		all.length === 0 ? undefined : { kind: 'invalid', problems: all };
	return { values, refusal };
}

/** Only calls have these properties. */
function callProblems(values: Values): Problem[] {
	const problems: Problem[] = [];
	const source = values.get('hs_call_source');
	if (source && source !== CALL_SOURCE) {
		const message = `${source} was not one of the allowed options: [${CALL_SOURCE}]`;
		problems.push({ isValid: false, name: 'hs_call_source', error: 'INVALID_OPTION', message });
	}
	const url = values.get('hs_call_recording_url');
	if (url && !/^https:\/\/[^\s/]+\//.test(url)) {
		const message = `${url} is not a secure URL: recordings have to be served over HTTPS`;
		problems.push({ isValid: false, name: 'hs_call_recording_url', error: 'INVALID_URL', message });
	}
	return problems;
}
