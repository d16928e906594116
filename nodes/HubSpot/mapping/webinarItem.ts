import { readWebinarItem as readItem, type WebinarItem } from '../../shared/items/webinarItem';
import { asNumber, isObject, type JsonObject } from '../../shared/transport/json';

const RECURRING = 9;

/**
 * Reads an item about a webinar, as HubSpot needs it: events are kept by account, and there is one of
 * each date of a recurring webinar.
 * @param accountId the account of items that name none
 */
export function readWebinarItem(json: JsonObject, accountId: string): WebinarItem {
	const item = readItem(json, 'hubspot', accountId);
	return { ...item, problem: item.problem ?? rawProblem(json, item) };
}

/** What a platform's answer as it came does not tell. */
function rawProblem(json: JsonObject, { raw, about }: WebinarItem): WebinarItem['problem'] {
	if (!raw) return null;
	if (about.accountId === '') {
		return {
			message:
				'Account ID is missing: a raw answer does not name it, and events are kept by account',
			repair:
				'Turn on Simplify in the node that reads the webinar, or fill in the option Account ID with the ID that simplified webinars have',
		};
	}
	const given = isObject(json.webinar) ? json.webinar : json;
	if (asNumber(given.type) === RECURRING && !Array.isArray(given.occurrences)) {
		return {
			message: 'Occurrences are missing: the webinar is recurring, and the item names no dates',
			repair: 'Read the webinar with Get before, which names its dates',
		};
	}
	return null;
}
