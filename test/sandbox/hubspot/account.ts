import { UI_DOMAIN, type Portal } from './context';
import { ACCOUNT_TIME_ZONE } from './http/limits';
import { accountPaths } from './http/paths';
import type { Route } from './http/router';

/** https://developers.hubspot.com/docs/api-reference/account-account-info-v3/guide */
export function accountRoutes(portal: Portal): Route[] {
	return [
		{
			method: 'GET',
			paths: accountPaths('/details'),
			write: false,
			scopes: [],
			handle: () => {
				const utcOffset = offsetAt(portal.kernel.now());
				return {
					status: 200,
					body: {
						portalId: portal.world.portalId,
						accountType: 'STANDARD',
						timeZone: ACCOUNT_TIME_ZONE,
						companyCurrency: 'USD',
						additionalCurrencies: [],
						utcOffset,
						utcOffsetMilliseconds: millisecondsOf(utcOffset),
						uiDomain: UI_DOMAIN,
						dataHostingLocation: 'na1',
					},
				};
			},
		},
	];
}

/** `-05:00` in winter, `-04:00` in summer. */
function offsetAt(now: number): string {
	const parts = new Intl.DateTimeFormat('en-US', {
		timeZone: ACCOUNT_TIME_ZONE,
		timeZoneName: 'longOffset',
	}).formatToParts(now);
	const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
	return name.replace('GMT', '') || '+00:00';
}

function millisecondsOf(offset: string): number {
	const [hours = 0, minutes = 0] = offset.slice(1).split(':').map(Number);
	return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}
