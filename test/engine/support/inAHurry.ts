import path from 'node:path';

type Retry = typeof import('../../../nodes/shared/transport/retry');

/** The waits between tries of the built package become some milliseconds; their number stays. */
export async function inAHurry(): Promise<void> {
	const built = path.join(__dirname, '../../../dist/nodes/shared/transport/retry.js');
	const { DEFAULT_RETRY } = (await import(built)) as Retry;
	DEFAULT_RETRY.baseMs = 2;
}
