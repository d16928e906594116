import path from 'node:path';

type Limits<Vendor extends string> = Vendor extends 'Zoom'
	? typeof import('../../nodes/Zoom/transport/limits')
	: Vendor extends 'HubSpot'
		? typeof import('../../nodes/HubSpot/transport/limits')
		: Vendor extends 'Marketo'
			? typeof import('../../nodes/Marketo/transport/limits')
			: typeof import('../../nodes/AdobeConnect/transport/limits');
type Retry = typeof import('../../nodes/shared/transport/retry');

/** Real milliseconds after which a node gives an answer up during a storm. */
export const STORM_TIMEOUT_MS = 1_000;

/** No pause for a vendor's window is longer. */
const SHORT_MS = 10;

const DIST = path.join(__dirname, '../../dist/nodes');

async function limitsOf<Vendor extends string>(vendor: Vendor): Promise<Limits<Vendor>> {
	return (await import(path.join(DIST, vendor, 'transport/limits.js'))) as Limits<Vendor>;
}

/**
 * The built package waits some milliseconds where it would wait seconds for a vendor's window; how often it
 * tries, and what it waits for, stays. For the whole process, before any node has run.
 */
export async function shortPauses(): Promise<void> {
	const { DEFAULT_RETRY } = (await import(path.join(DIST, 'shared/transport/retry.js'))) as Retry;
	const [zoom, hubspot, marketo, adobe] = [
		await limitsOf('Zoom'),
		await limitsOf('HubSpot'),
		await limitsOf('Marketo'),
		await limitsOf('AdobeConnect'),
	];
	DEFAULT_RETRY.baseMs = 2;
	adobe.RETRY.baseMs = 2;
	for (const limit of Object.values(zoom.ZOOM_LIMITS)) limit.windowMs = SHORT_MS;
	hubspot.BURST.windowMs = SHORT_MS;
	Object.assign(marketo.RATE, { windowMs: SHORT_MS });
	Object.assign(zoom.THROTTLE_MS, { perSecond: SHORT_MS });
	Object.assign(hubspot.THROTTLE_MS, { TEN_SECONDLY_ROLLING: SHORT_MS, SECONDLY: SHORT_MS });
	Object.assign(marketo.THROTTLE_MS, { rate: SHORT_MS, jobs: SHORT_MS });
}

/** Does something while every answer is given up after a second. */
export async function whileImpatient<T>(work: () => Promise<T>): Promise<T> {
	const modules: Array<{ TIMEOUT_MS: unknown }> = [
		await limitsOf('Zoom'),
		await limitsOf('HubSpot'),
		await limitsOf('AdobeConnect'),
	];
	const marketo = (await limitsOf('Marketo')).TIMEOUT_MS;
	const before = [...modules.map(({ TIMEOUT_MS }) => TIMEOUT_MS), { ...marketo }];
	for (const module of modules) module.TIMEOUT_MS = STORM_TIMEOUT_MS;
	Object.assign(marketo, { leads: STORM_TIMEOUT_MS, assets: STORM_TIMEOUT_MS });
	try {
		return await work();
	} finally {
		modules.forEach((module, index) => (module.TIMEOUT_MS = before[index]));
		Object.assign(marketo, before[modules.length]);
	}
}
