/**
 * Runs inside n8n, before it. n8n asks its database once a minute for executions whose wait is over; here once
 * a second, so that a story need not take real minutes. See waits.ts.
 */
const setEvery = globalThis.setInterval;

globalThis.setInterval = (callback, ms, ...values) => {
	const asksForWaits = new Error().stack?.includes('wait-tracker');
	return setEvery(callback, asksForWaits ? 1000 : ms, ...values);
};
