import { isOneOf } from '../../../../shared/items/text';
import { whatBecame } from '../../../../shared/items/became';
import {
	errorCodeOf,
	STATUSES,
	type RegistrationStatus,
} from '../../../../shared/items/registrationStatus';
import { explain } from '../../../../shared/model/reasons';
import { asObject, asText, type JsonObject } from '../../../../shared/transport/json';
import type { StepResult } from '../../../flowStep/state';
import { readRegistration } from '../../../mapping/registration';
import type { StatusKind } from '../../../mapping/statusKinds';

/** What an item says became of somebody: what Marketo is told, and what the program is to show. */
export interface Verdict {
	result: StepResult;
	/** null = nothing is certain, and the status stays as it is. */
	kind: StatusKind | null;
}

/**
 * Reads an item of *Add contact to webinar* of any platform, of a node's error output, or of a
 * branch that has registered nobody. Never throws and always says something, because a person waits.
 * @param failure words of an error that n8n keeps beside the item
 */
export function verdictOf(json: JsonObject, failure = ''): Verdict {
	const isError = failure !== '' || json.error !== undefined;
	const said = isError ? asObject(asObject(json.error).outcome) : asObject(json.outcome);
	const { news, generalUrl } = readRegistration({ ...json, outcome: said });
	const became = whatBecame(json, failure);
	// A node that broke says nothing of the person, whatever else the item holds.
	const isTold = !isError || Object.keys(said).length > 0;
	const kind = !isTold || news.kind === 'none' ? null : news.kind;
	const registrantId = asText(asObject(json.registrant).registrantId);
	if (kind === 'waitListed') return done('pending', { registrantId, message: ON_WAIT_LIST }, kind);
	if (isTold && news.kind === 'registered' && news.withGeneralLink === true) {
		return done('registered', { registrantId, joinUrl: generalUrl, message: became.message }, kind);
	}
	// Of a branch that has registered nobody.
	if (became.errorCode === 'NO_OUTCOME' && kind === 'registrationError' && tellsName(json)) {
		return failedBy(errorCodeOf(news.reason ?? 'vendorRejected'), news.message, kind);
	}
	const { registrationStatus, joinUrl, errorCode, message } = became;
	const isDone = STATUSES[registrationStatus].done;
	if (isDone) return done(registrationStatus, { registrantId, joinUrl, message }, doneKind(kind));
	if (registrationStatus === 'deferred') {
		return { ...failedBy(errorCode, message, null), result: deferred(errorCode, message) };
	}
	return failedBy(
		errorCode,
		message,
		errorCode !== 'NO_OUTCOME' &&
			isOneOf(['rejected', 'cancelled', 'registrationError'], kind ?? '')
			? kind
			: null,
	);
}

const ON_WAIT_LIST = explain('webinarFull').message;

/** An item that has lost who the person is says nothing of their first name. */
function tellsName(json: JsonObject): boolean {
	return [json, asObject(json.registrant)].some((one) => Object.hasOwn(one, 'firstName'));
}

/** The fields of *Map Each Field*. */
export function verdictFrom(
	registrationStatus: RegistrationStatus,
	told: Omit<StepResult, 'success' | 'registrationStatus'>,
): Verdict {
	const result = { success: STATUSES[registrationStatus].done, registrationStatus, ...told };
	return { result, kind: KIND_OF[registrationStatus] };
}

const KIND_OF: Readonly<Record<RegistrationStatus, StatusKind | null>> = {
	registered: 'registered',
	already_registered: 'registered',
	pending: 'pending',
	deferred: null,
	failed: 'registrationError',
};

function doneKind(kind: StatusKind | null): StatusKind {
	return kind === 'pending' ? kind : 'registered';
}

function done(
	registrationStatus: RegistrationStatus,
	told: Partial<Pick<StepResult, 'registrantId' | 'joinUrl' | 'message'>>,
	kind: StatusKind | null,
): Verdict {
	const { registrantId = '', joinUrl = '', message = '' } = told;
	return {
		result: { success: true, registrationStatus, registrantId, joinUrl, errorCode: '', message },
		kind,
	};
}

/** What could not be read of an item, or broke: told as a failure, without a status of its own. */
export function failedBy(
	errorCode: string,
	message: string,
	kind: StatusKind | null = null,
): Verdict {
	return {
		result: {
			success: false,
			registrationStatus: 'failed',
			registrantId: '',
			joinUrl: '',
			errorCode,
			message,
		},
		kind,
	};
}

function deferred(errorCode: string, message: string): StepResult {
	return { ...failedBy(errorCode, message).result, registrationStatus: 'deferred' };
}
