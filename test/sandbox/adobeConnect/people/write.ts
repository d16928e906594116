import { denied, invalid, type InvalidField } from '../http/errors';
import { actorOf, type Call } from '../http/router';
import { element, type Element } from '../http/xml';
import { fullName, type AdobeState } from '../state/adobeState';
import { mustBeAdministrator } from '../state/rights';
import type { AdobePrincipal } from '../world';
import { madePrincipal } from './elements';
import { groupUpdate } from './groups';

const LOGIN_LENGTH = 60;
const NAME_LENGTH = 254;
const TYPES = ['user', 'external-user', 'guest'] as const;

/** https://helpx.adobe.com/adobe-connect/webservices/principal-update.html */
export function principalUpdate(state: AdobeState, call: Call): Element[] {
	mustBeAdministrator(actorOf(call));
	const { params } = call;
	const id = params.optionalId('principal-id');
	const type = params.text('type');
	if (type === 'group' || (id !== undefined && state.groups.has(id))) {
		return groupUpdate(state, call, id);
	}
	if (id !== undefined) return userUpdate(state, call, id);
	const known = TYPES.find((one) => one === type);
	if (!known)
		throw invalid({ field: 'type', type: 'string', subcode: type ? 'format' : 'missing' });
	const login = params.text('login') ?? '';
	const firstName = params.text('first-name') ?? '';
	checkTexts(login, firstName);
	checkLogin(state, login);
	const password = params.text('password');
	const principal: AdobePrincipal = {
		id: state.newId(),
		type: known,
		login,
		email: params.text('email') ?? login,
		firstName,
		lastName: params.text('last-name') ?? '',
		...(password === undefined ? {} : { password }),
	};
	state.addPrincipal(principal);
	return [madePrincipal(state, { ...principal, name: fullName(principal) })];
}

function userUpdate(state: AdobeState, { params }: Call, id: string): Element[] {
	const principal = state.principals.get(id);
	if (!principal) throw denied();
	const login = params.text('login') ?? principal.login;
	const firstName = params.text('first-name') ?? principal.firstName;
	checkTexts(login, firstName);
	checkLogin(state, login, id);
	Object.assign(principal, {
		login,
		firstName,
		lastName: params.text('last-name') ?? principal.lastName,
		email: params.text('email') ?? principal.email,
	});
	return [];
}

/** All that is wrong is named, as recorded from a real server. */
function checkTexts(login: string, firstName: string): void {
	const problems = [...loginProblems(login), ...nameProblems(firstName)];
	if (problems.length > 0) throw invalid(...problems);
}

function loginProblems(login: string): InvalidField[] {
	const field = { field: 'login', type: 'string' };
	const range = { ...field, subcode: 'range', min: 1, max: LOGIN_LENGTH };
	if (login === '') return [range, { ...field, subcode: 'missing' }];
	return login.length > LOGIN_LENGTH ? [range] : [];
}

function nameProblems(name: string): InvalidField[] {
	if (name !== '' && name.length <= NAME_LENGTH) return [];
	return [{ field: 'first-name', type: 'string', subcode: 'range', min: 1, max: NAME_LENGTH }];
}

/** A guest's login is taken as well. */
function checkLogin(state: AdobeState, login: string, exceptId?: string): void {
	const other = state.principalByLogin(login);
	if (other && other.id !== exceptId) {
		throw invalid({ field: 'login', type: 'string', subcode: 'duplicate' });
	}
}

/** Makes a user of a guest. Adobe has no page about it; other clients use it. */
export function updatePrincipalType(state: AdobeState, call: Call): Element[] {
	mustBeAdministrator(actorOf(call));
	const principal = state.principals.get(call.params.id('principal-id'));
	const wanted = call.params.required('type');
	const type = TYPES.find((one) => one === wanted);
	if (!principal) throw denied();
	if (!type) throw invalid({ field: 'type', type: 'string', subcode: 'format' });
	principal.type = type;
	return [element('update-principal-type', { type, 'principal-id': principal.id })];
}

/** https://helpx.adobe.com/adobe-connect/webservices/principals-delete.html */
export function principalsDelete(state: AdobeState, call: Call): Element[] {
	mustBeAdministrator(actorOf(call));
	const ids = call.params.all('principal-id');
	if (ids.length === 0) throw invalid({ field: 'principal-id', type: 'id', subcode: 'missing' });
	for (const id of ids) {
		if (!state.principals.delete(id)) state.groups.delete(id);
	}
	return [];
}

/** https://helpx.adobe.com/adobe-connect/webservices/user-update-pwd.html */
export function userUpdatePassword(state: AdobeState, call: Call): Element[] {
	mustBeAdministrator(actorOf(call));
	const principal = state.principals.get(call.params.id('user-id'));
	if (!principal) throw denied();
	const password = call.params.required('password');
	if (password !== call.params.text('password-verify')) {
		throw invalid({ field: 'password-verify', type: 'string', subcode: 'format' });
	}
	principal.password = password;
	return [];
}
