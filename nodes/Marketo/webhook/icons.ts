/** Own drawings; Marketo fetches them when it installs the service. */

const sheet = (drawing: string) =>
	`<svg xmlns="http://www.w3.org/2000/svg" width="48" height="48" viewBox="0 0 48 48" fill="none">${drawing}</svg>\n`;

/** The package: a calendar sheet with rising bars, as the nodes show it. */
export const BRAND_ICON = sheet(
	'<rect x="8" y="8" width="32" height="32" rx="4" fill="#6d28d9"/>' +
		'<path d="M8 17h32" stroke="#fff" stroke-width="2.6"/>' +
		'<path d="M16 5.5v6M32 5.5v6" stroke="#6d28d9" stroke-width="4" stroke-linecap="round"/>' +
		'<path d="M15 36v-6M24 36v-11M33 36v-14" stroke="#fff" stroke-width="4.6" stroke-linecap="round"/>',
);

/** The step: a person who is added to a calendar sheet. */
export const SERVICE_ICON = sheet(
	'<rect x="8" y="8" width="32" height="32" rx="4" fill="#6d28d9"/>' +
		'<path d="M16 5.5v6M32 5.5v6" stroke="#6d28d9" stroke-width="4" stroke-linecap="round"/>' +
		'<circle cx="20" cy="21" r="4.6" fill="#fff"/>' +
		'<path d="M11.5 35c0-5 3.8-8 8.5-8s8.5 3 8.5 8" fill="#fff"/>' +
		'<path d="M33 20v10M28.5 25h9" stroke="#fff" stroke-width="2.8" stroke-linecap="round"/>',
);
