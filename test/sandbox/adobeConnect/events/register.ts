import { AdobeError, denied, invalid, wrongType } from '../http/errors';
import type { Params } from '../http/input';
import type { Call } from '../http/router';
import { element, textElement, type Element } from '../http/xml';
import type { SessionStore } from '../session/store';
import { fullName, type AdobeState } from '../state/adobeState';
import { registerPerson } from '../state/registration';
import type { AdobeEvent, AdobePrincipal } from '../world';

/** https://helpx.adobe.com/adobe-connect/webservices/event-register.html */
export function eventRegister(state: AdobeState, { params }: Call): Element[] {
	const event = eventOf(state, params);
	const email = params.required('email');
	const firstName = params.required('first-name');
	const lastName = params.required('last-name');
	const password = passwordOf(params, event);
	const campaignId = params.text('campaign-id');
	const { principal, wasKnown } = registerPerson(state, event, {
		login: params.text('login') ?? email,
		email,
		firstName,
		lastName,
		answers: answersOf(params, event),
		...(password === undefined ? {} : { password }),
		...(campaignId === undefined ? {} : { campaignId }),
	});
	const { registerNamesPrincipal: names } = state.unsure;
	const isNamed = names === 'always' || (names === 'known' && wasKnown);
	return isNamed ? [registered(state, principal)] : [];
}

/** Anybody may ask: landing pages are for strangers. */
function eventOf(state: AdobeState, params: Params): AdobeEvent {
	const event = state.events.get(params.id('sco-id'));
	if (!event) throw denied();
	return event;
}

/** Where addresses alone let people in, nobody needs one. */
function passwordOf(params: Params, { passwordBypass }: AdobeEvent): string | undefined {
	const password = params.text('password');
	if (password === undefined && passwordBypass) return undefined;
	if (password === undefined) {
		throw invalid({ field: 'password', type: 'string', subcode: 'missing' });
	}
	if (password !== params.text('password-verify')) {
		throw invalid({ field: 'password-verify', type: 'string', subcode: 'format' });
	}
	return password;
}

/** The first interaction-id goes with the first response, and so on. */
function answersOf(params: Params, event: AdobeEvent): Record<string, string> {
	const ids = params.all('interaction-id');
	const responses = params.all('response');
	if (ids.length !== responses.length) throw wrongType();
	const pairs = ids.map((id, index): [string, string] => {
		const response = responses[index] ?? '';
		const question = event.questions.find((one) => one.id === id);
		if (!question) throw invalid({ field: id, type: 'id', subcode: 'no-such-item' });
		const choices = question.kind === 'true-false' ? ['true', 'false'] : question.choices;
		const isChoice = question.kind !== 'fill-in' && response !== '';
		if (isChoice && !choices?.includes(response)) {
			throw invalid({ field: id, type: 'string', subcode: 'format' });
		}
		return [id, response];
	});
	return Object.fromEntries(pairs.filter(([, response]) => response !== ''));
}

function registered({ world: { accountId } }: AdobeState, principal: AdobePrincipal): Element {
	const { id, type, login, email } = principal;
	return element(
		'principal',
		{
			'principal-id': id,
			'account-id': accountId,
			type,
			'has-children': false,
			'is-primary': false,
			'is-hidden': false,
		},
		[
			textElement('name', fullName(principal)),
			textElement('login', login),
			textElement('email', email),
		],
	);
}

/** An address at which a registered person is inside at once; its session is that person's. */
export function eventLogin(state: AdobeState, sessions: SessionStore, call: Call): Element[] {
	const event = eventOf(state, call.params);
	const principal = state.principalByLogin(call.params.required('login'));
	const registrant = event.registrants.find(({ principalId }) => principalId === principal?.id);
	if (!principal || registrant?.permission !== 'view') throw denied();
	const password = call.params.text('password');
	const isRight = principal.password === password && password !== undefined;
	if (!event.passwordBypass && !isRight) throw new AdobeError('no-data');
	const session = sessions.open(principal.id);
	const url = `${state.host()}${event.urlPath}event/entry.html?session=${session}`;
	return [element('session', {}, [textElement('entry-url', url)])];
}
