import { asObject, asText, isObject, type JsonObject } from '../transport/json';
import { errorCodeOf, STATUSES, type Became } from './registrationStatus';

type Told = Omit<Became, 'joinUrl'>;

/**
 * What became of a registration, from an item of *Add contact to webinar* of any platform: what an
 * error output carries counts first, then the `outcome`, then the `registrant`. Never throws and
 * always says something, because whatever broke, HubSpot's workflow waits to be told.
 * @param failure words of an error that n8n keeps beside the item
 */
export function whatBecame(item: JsonObject, failure = ''): Became {
	const error = asObject(item.error);
	const words = asText(item.error) || asText(error.message) || failure;
	const isError = words !== '' || Object.keys(error).length > 0;
	const outcome = asObject(isError ? error.outcome : item.outcome);
	const told =
		fromOutcome(outcome) ?? (isError ? fromError(item, words) : fromRegistrant(item.registrant));
	const joinUrl = asText(asObject(item.registrant).joinUrl);
	return { ...told, joinUrl: STATUSES[told.registrationStatus].done ? joinUrl : '' };
}

function fromOutcome(outcome: JsonObject): Told | undefined {
	const reason = asText(outcome.reason);
	const message = asText(outcome.message);
	const errorCode = errorCodeOf(reason);
	if (outcome.preview === true) {
		return failed('PREVIEW', 'Nobody was registered: the node in n8n is set to Preview');
	}
	switch (outcome.result) {
		case 'synced':
		case 'unchanged':
			if (reason === 'pendingApproval') return done('pending', message);
			// A CRM that was told of a refused registration has nobody registered.
			if (reason === 'previouslyDenied') return failed(errorCode, message);
			return done(outcome.result === 'synced' ? 'registered' : 'already_registered', message);
		case 'deferred':
			return { ...failed(errorCode || 'DEFERRED', message), registrationStatus: 'deferred' };
		case 'skipped':
		case 'failed':
			return failed(errorCode, message);
		default:
			return undefined;
	}
}

/** A node that failed altogether: `{ error: text }`, with `details` where it is one of ours. */
function fromError(item: JsonObject, words: string): Told {
	const reason = asText(asObject(item.details).reason);
	return failed(
		reason === '' ? 'WORKFLOW_FAILED' : errorCodeOf(reason),
		words || 'A node of the workflow in n8n failed',
	);
}

/** An item of another node that shows how the person is registered. */
function fromRegistrant(registrant: unknown): Told {
	if (!isObject(registrant)) return failed('NO_OUTCOME', NO_OUTCOME);
	switch (registrant.status) {
		case 'approved':
			return done('registered', '');
		case 'pending':
			return done('pending', '');
		case 'denied':
		case 'cancelled':
			return failed(
				errorCodeOf('previouslyDenied'),
				'The registration was denied or cancelled before',
			);
		default:
			return failed('NO_OUTCOME', NO_OUTCOME);
	}
}

const NO_OUTCOME = 'The workflow in n8n did not say whether the person was registered';

function done(registrationStatus: Told['registrationStatus'], message: string): Told {
	return { registrationStatus, errorCode: '', message };
}

function failed(errorCode: string, message: string): Told {
	return { registrationStatus: 'failed', errorCode: errorCode || 'FAILED', message };
}
