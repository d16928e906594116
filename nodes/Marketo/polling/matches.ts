import { attributeText, plainName, type Activity } from '../mapping/activity';
import type { Settings } from './settings';
import type { Names } from './types';

/** How Marketo may word that something was done over its API; the words are not published. */
const BY_API = /\bapi\b|web ?service/i;

/** Whether an activity is one that the workflow is to start with. */
export function isWanted(activity: Activity, settings: Settings, names: Names): boolean {
	if (names.types[String(activity.typeId)] === undefined) return false;
	const { programIds } = settings;
	if (programIds.length > 0 && !programIds.includes(activity.primaryId ?? NaN)) return false;
	if (settings.withoutApi && isByApi(activity)) return false;
	if (settings.event === 'programStatusChanged') return isStatusChange(activity, settings);
	if (settings.event === 'memberDataChanged') return isOfField(activity, names);
	return true;
}

/**
 * Marketo notes down a status that is set again as well, with the same status before and after.
 * https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/rest/bulk-extract/bulk-activity-extract
 */
function isStatusChange(activity: Activity, { newStatuses }: Settings): boolean {
	const before = attributeText(activity, 'Old Status').toLowerCase();
	const after = attributeText(activity, 'New Status').toLowerCase();
	if (after === '' || before === after) return false;
	return newStatuses.length === 0 || newStatuses.some((one) => one.toLowerCase() === after);
}

function isOfField(activity: Activity, { fields }: Names): boolean {
	return (
		fields.length === 0 || fields.includes(plainName(attributeText(activity, 'Attribute Name')))
	);
}

/** A change by an API user, of this n8n or of another integration, as far as Marketo's words tell. */
export function isByApi(activity: Activity): boolean {
	return ['Reason', 'Source'].some((name) => BY_API.test(attributeText(activity, name)));
}
