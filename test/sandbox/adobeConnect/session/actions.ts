import { AdobeError } from '../http/errors';
import type { ActionTable, Call } from '../http/router';
import { element, textElement } from '../http/xml';
import { fullName, type AdobeState } from '../state/adobeState';
import type { AdobePrincipal } from '../world';
import type { SessionStore } from './store';

/** https://helpx.adobe.com/adobe-connect/webservices/login.html and its neighbours */
export function sessionActions(state: AdobeState, sessions: SessionStore): ActionTable {
	const { world } = state;

	function signIn(call: Call, principal: AdobePrincipal): void {
		if (principal.disabled) throw new AdobeError('no-access', 'account-expired');
		if (principal.state) throw new AdobeError('no-access', principal.state);
		if (state.unsure.loginsWithoutCookie > 0) {
			state.unsure.loginsWithoutCookie -= 1;
			return;
		}
		const session = sessions.use(call.session);
		if (!world.enhancedSecurity && session && call.session !== null) {
			session.principalId = principal.id;
			return;
		}
		call.setSession(sessions.open(principal.id));
	}

	function byPassword(call: Call): void {
		const { params } = call;
		const login = params.required('login');
		const minutes = sessions.lockedMinutes(login);
		if (minutes > 0) {
			throw new AdobeError('invalid', 'user-suspended', [element('param', { value: minutes })]);
		}
		const accountId = params.text('account-id');
		const principal = state.principalByLogin(login);
		const isRight =
			(accountId === undefined || accountId === world.accountId) &&
			principal?.password !== undefined &&
			principal.password === params.text('password');
		if (!isRight || !principal) {
			sessions.countWrong(login);
			throw new AdobeError('no-data');
		}
		sessions.countRight(login);
		signIn(call, principal);
	}

	/** A proxy has already signed the person in and says so in a header. */
	function byHeader(call: Call): void {
		const name = world.headerAuthentication?.toLowerCase();
		const login = name === undefined ? undefined : call.headers[name];
		const principal = typeof login === 'string' ? state.principalByLogin(login) : undefined;
		if (!principal) throw new AdobeError('no-data');
		signIn(call, principal);
	}

	return {
		'common-info': {
			open: true,
			handle: (call) => {
				const { id, javaId } = world.timeZone;
				const host = state.host();
				return [
					element('OWASP_CSRF_TOKEN', {}, [element('token')]),
					element('common', { locale: 'en', 'time-zone-id': id, 'time-zone-java-id': javaId }, [
						element('cookie', {}, call.ownSession()),
						element('date', {}, state.date(state.nowIso())),
						element('host', {}, host),
						element('local-host', {}, 'APPSERVER1'),
						element('admin-host', {}, new URL(host).host),
						element('url', {}, '/api/xml?action=common-info'),
						element('version', {}, world.version),
						element('account', { 'account-id': world.accountId }),
						call.actor ? userElement(call.actor) : undefined,
					]),
					element('reg-user', {}, [textElement('is-reg-user', 'false')]),
				];
			},
		},
		login: {
			open: true,
			handle: (call) => {
				if (call.params.text('external-auth') === 'use') byHeader(call);
				else byPassword(call);
				return [];
			},
		},
		logout: {
			open: true,
			handle: (call) => {
				if (call.session !== null) sessions.close(call.session);
				return [];
			},
		},
	};
}

function userElement(principal: AdobePrincipal) {
	return element('user', { 'user-id': principal.id, type: principal.type }, [
		element('name', {}, fullName(principal)),
		element('login', {}, principal.login),
	]);
}
