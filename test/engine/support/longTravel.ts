import path from 'node:path';

type Zoom = typeof import('../../../nodes/Zoom/transport/limits');
type HubSpot = typeof import('../../../nodes/HubSpot/transport/limits');
type Marketo = typeof import('../../../nodes/Marketo/transport/limits');

async function limitsOf(vendor: string): Promise<unknown> {
	return await import(path.join(__dirname, `../../../dist/nodes/${vendor}/transport/limits.js`));
}

const LONG = { travelMs: 60_000 };

/**
 * In the built package a call may take as long to arrive as a busy machine makes it take: only its answer frees its
 * place in the vendor's window, so that the window itself can be measured to the millisecond. That a place without
 * an answer is freed as well is tested by property, with a clock of its own (rate.property.test.ts).
 */
export async function longTravel(): Promise<void> {
	const { ZOOM_LIMITS } = (await limitsOf('Zoom')) as Zoom;
	for (const limit of Object.values(ZOOM_LIMITS)) Object.assign(limit, LONG);
	Object.assign(((await limitsOf('HubSpot')) as HubSpot).BURST, LONG);
	Object.assign(((await limitsOf('Marketo')) as Marketo).RATE, LONG);
}
