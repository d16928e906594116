import { paced } from '../../../nodes/shared/transport/paced';
import { RateWindow } from '../../../nodes/shared/transport/rate';
import { CancelledError } from '../../../nodes/shared/transport/send';

const WINDOW = 60;
const limit = (max: number) => ({ max, windowMs: WINDOW, travelMs: 1000 });

async function later(ms: number): Promise<void> {
	await new Promise((resolve) => setTimeout(resolve, ms));
}

test('many at once: each is sent once, and never more than the limit in a window', async () => {
	const window = new RateWindow(limit(3));
	const sent: number[] = [];
	await Promise.all(
		Array.from({ length: 10 }, async () => {
			await paced(window, undefined, async () => {
				sent.push(Date.now());
				await later(1);
			});
		}),
	);
	expect(sent).toHaveLength(10);
	for (let index = 3; index < sent.length; index += 1) {
		expect(sent[index]! - sent[index - 3]!).toBeGreaterThanOrEqual(WINDOW);
	}
});

test('who waits when the vendor throttles waits until the throttling is over', async () => {
	const window = new RateWindow(limit(1));
	await paced(window, undefined, async () => await later(0));
	let sentAt = 0;
	const waiting = paced(window, undefined, async () => {
		sentAt = Date.now();
		await later(0);
	});
	const until = Date.now() + 3 * WINDOW;
	window.blockUntil(until);
	await waiting;
	expect(sentAt).toBeGreaterThanOrEqual(until);
});

test('a failure gives its place back after the window, like an answer', async () => {
	const window = new RateWindow(limit(1));
	const failing = paced(window, undefined, async () => {
		await later(0);
		throw new Error('socket hang up');
	});
	await expect(failing).rejects.toThrow('socket hang up');
	expect(window.wait(Date.now())).toBeLessThanOrEqual(WINDOW);
});

test('a cancelled execution does not send', async () => {
	const window = new RateWindow(limit(1));
	const controller = new AbortController();
	window.blockUntil(Date.now() + 3_600_000);
	let sent = 0;
	const waiting = paced(window, controller.signal, async () => {
		await later(0);
		sent += 1;
	});
	controller.abort();
	await expect(waiting).rejects.toBeInstanceOf(CancelledError);
	await expect(
		paced(new RateWindow(limit(1)), controller.signal, async () => await later((sent += 1))),
	).rejects.toBeInstanceOf(CancelledError);
	expect(sent).toBe(0);
});
