import http from 'node:http';
import type { AddressInfo } from 'node:net';

import { timed } from '../../bench/support/answers';
import { unionOf } from '../../bench/support/spans';
import { until } from '../../sandbox/testing/until';

it('counts what overlaps once', () => {
	expect(unionOf([])).toBe(0);
	expect(
		unionOf([
			[10, 20],
			[0, 5],
			[12, 15],
			[19, 30],
		]),
	).toBe(25);
});

it('tells the time of waiting for answers from the time of everything', async () => {
	const held: Array<() => void> = [];
	const server = http.createServer((_, answer) => void held.push(() => answer.end('{}')));
	await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	const ask = async () =>
		await new Promise<void>((resolve, reject) => {
			const request = http.get({ host: '127.0.0.1', port, agent: false }, (answer) => {
				answer.resume().once('close', resolve);
			});
			request.once('error', reject);
		});
	try {
		const { ms, answeringMs, result } = await timed(async () => {
			const both = Promise.all([ask(), ask()]);
			await until(() => held.length >= 2, 'both have asked');
			for (const answer of held) answer();
			await both;
			await new Promise((resolve) => setTimeout(resolve, 40));
			return 'done';
		});
		expect(result).toBe('done');
		expect(answeringMs).toBeGreaterThan(0);
		// Both were waited for at the same time, and then nobody was.
		expect(answeringMs).toBeLessThanOrEqual(ms - 35);
	} finally {
		server.close();
	}
});
