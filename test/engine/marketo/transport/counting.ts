import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** A Marketo that answers everything a little later, and counts. */
export interface Counting {
	url: string;
	/** When each call arrived, epoch milliseconds; those of the identity service are not among them. */
	arrivals: number[];
	/** The most that were under way at the same time. */
	most(): number;
	/**
	 * Keeps answers back until so many calls have been under way at once: on a busy machine the first would
	 * otherwise have its answer before the last has arrived. Calls that never become so many are answered all the same.
	 */
	gather(count: number): void;
	close(): Promise<void>;
}

/** So long a call waits for others at most. */
const PATIENCE_MS = 5_000;

export async function counting(answerAfterMs: number): Promise<Counting> {
	const arrivals: number[] = [];
	let underWay = 0;
	let most = 0;
	let wanted = 0;
	const gathered = async () => {
		for (const end = Date.now() + PATIENCE_MS; most < wanted && Date.now() < end;) await wait(1);
	};
	const server = createServer((request, response) => {
		const answer = async () => {
			request.resume();
			const isToken = (request.url ?? '').startsWith('/identity');
			if (!isToken) {
				arrivals.push(Date.now());
				underWay += 1;
				most = Math.max(most, underWay);
				await gathered();
			}
			await wait(answerAfterMs);
			if (!isToken) underWay -= 1;
			const body = isToken
				? { access_token: 'token', token_type: 'bearer', expires_in: 3600 }
				: { success: true, requestId: '1#1', result: [] };
			response.writeHead(200, { 'content-type': 'application/json' });
			response.end(JSON.stringify(body));
		};
		answer().catch(() => response.destroy());
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}`,
		arrivals,
		most: () => most,
		gather: (count) => (wanted = count),
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

/** The most that arrived within any stretch of so many milliseconds. */
export function mostWithin(times: readonly number[], ms: number): number {
	return Math.max(
		0,
		...times.map((from) => times.filter((at) => at >= from && at < from + ms).length),
	);
}
