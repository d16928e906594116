/**
 * Adobe Connect numbers its time zones and publishes no table; these were seen in answers. The
 * account's own zone comes with its IANA name.
 * https://helpx.adobe.com/adobe-connect/webservices/common-info.html
 */
const SEEN: Readonly<Record<string, string>> = {
	'4': 'America/Los_Angeles',
	'35': 'America/New_York',
	'85': 'UTC',
	'105': 'Europe/Brussels',
};

/** The zone's IANA name; empty when nobody tells. Times never depend on it: they carry an offset. */
export function timeZoneOf(id: string, account: { timeZoneId: string; timeZone: string }): string {
	if (id === '' || id === account.timeZoneId) return account.timeZone;
	return SEEN[id] ?? '';
}
