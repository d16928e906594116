import { asObject, asText } from '../../shared/transport/json';
import { VendorError } from '../../shared/transport/vendorError';
import { isUncertain, toldReason } from '../transport/told';
import { triggerEvent } from '../webhook/events';
import type { WantedSubscription } from './plan';

/** Zoom's limit for one app; with fewer subscriptions it is not the cause of a refusal. */
const MOST_SUBSCRIPTIONS = 20;

const MANUAL =
	'Set Registration to Manual and paste the URL of this node into the Event Subscription of the app in the Zoom App Marketplace';

interface Words {
	message: string;
	repair: string;
}

/**
 * Zoom's refusal of a subscription, in words that name the field or the scope to mend. What this
 * file has no words for goes on as it is.
 * https://developers.zoom.us/docs/api/marketplace/#tag/app/post/marketplace/app/event_subscription
 * @param total how many subscriptions the app has
 */
export function explainRefusal(error: unknown, wanted: WantedSubscription, total: number): unknown {
	if (!(error instanceof VendorError)) return error;
	const said = asText(asObject(error.details.body).message);
	const words = isUncertain(error)
		? UNCERTAIN
		: (wordsFor(error.details.code, wanted, said) ?? byReason(error, total));
	if (words === undefined) return error;
	return new VendorError({
		...error.details,
		...words,
		message: said === '' ? words.message : `${words.message}. ${said}`,
	});
}

const UNCERTAIN: Words = {
	message: 'Zoom did not answer whether it made the event subscription, and lists none',
	repair: 'Publish (activate) the workflow again: a subscription that turns up is taken over',
};

function wordsFor(code: string, wanted: WantedSubscription, said: string): Words | undefined {
	switch (code) {
		case '1701':
			return {
				message: `Zoom could not validate the URL ${wanted.url}`,
				repair:
					'The URL must be reachable from the internet over https, and Webhook Secret Token of the credential must be the Secret Token of this app (Features → Access)',
			};
		case '1602':
		case '1601': {
			const event = wanted.events.find((name) => said.includes(name));
			const scope = event === undefined ? undefined : triggerEvent(event)?.scope;
			return {
				message: `Zoom does not let this app have the event ${event ?? 'that it names'}`,
				repair: `Add the scope ${scope ?? 'of the event'} (with :admin at its end for apps of the whole account) to the app, or take the event out of Trigger On`,
			};
		}
		case '1003':
		case '1300':
			return {
				message: 'A user has not let the app have these events',
				repair:
					'Let the user add the app in the Zoom App Marketplace, or take the user out of User IDs',
			};
		case '1001':
			return {
				message: 'Zoom does not know a user of the subscription',
				repair: 'Enter Zoom user IDs of this account under User IDs',
			};
		default:
			return undefined;
	}
}

function byReason(error: VendorError, total: number): Words | undefined {
	const signedIn = error.details.failure?.cause !== 'credential-invalid';
	if (signedIn && toldReason(error, 'permissionMissing')) {
		return {
			message: 'Zoom does not let this app manage its event subscriptions',
			repair: MANUAL,
		};
	}
	if (total >= MOST_SUBSCRIPTIONS && toldReason(error, 'vendorRejected')) {
		return {
			message: `The app already has ${total} event subscriptions, Zoom allows ${MOST_SUBSCRIPTIONS}`,
			repair: 'Remove one in the Zoom App Marketplace, or deactivate a workflow that has one',
		};
	}
	return undefined;
}

/** A second subscription would send everything twice, and this one is not ours to change. */
export function foreignSubscription(name: string, url: string): VendorError {
	return new VendorError({
		vendor: 'zoom',
		status: 0,
		code: '',
		message: `The event subscription “${name}” in Zoom, which this trigger did not make, already calls ${url}`,
		repair:
			'Remove that subscription in the Zoom App Marketplace (Features → Access), or set Registration to Manual to use it as it is',
		reason: 'vendorRejected',
		failure: { cause: 'configuration-invalid' },
	});
}
