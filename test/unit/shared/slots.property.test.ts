import fc from 'fast-check';

import { Slots, slotsOf } from '../../../nodes/shared/transport/slots';

/** Work that ends when the test says so. */
class Works {
	readonly started: number[] = [];
	underWay = 0;
	most = 0;
	private readonly ends = new Map<number, { done(): void; fail(): void }>();

	run(slots: Slots, name: number): Promise<unknown> {
		return slots
			.run(async () => {
				this.started.push(name);
				this.underWay += 1;
				this.most = Math.max(this.most, this.underWay);
				await new Promise<void>((resolve, reject) => {
					this.ends.set(name, { done: resolve, fail: () => reject(new Error('failed')) });
				}).finally(() => (this.underWay -= 1));
			})
			.catch(() => undefined);
	}

	async end(index: number, fails: boolean): Promise<void> {
		const open = [...this.ends.keys()];
		const name = open[index % Math.max(1, open.length)];
		if (name === undefined) return;
		const work = this.ends.get(name)!;
		this.ends.delete(name);
		if (fails) work.fail();
		else work.done();
		await settled();
	}

	get open(): number {
		return this.ends.size;
	}
}

async function settled(): Promise<void> {
	for (let turn = 0; turn < 8; turn += 1) await Promise.resolve();
}

const step = fc.oneof(
	fc.record({ kind: fc.constant('begin' as const) }),
	fc.record({ kind: fc.constant('end' as const), index: fc.nat(20), fails: fc.boolean() }),
);

test('never more than so many at once, first come, first served, and nobody is forgotten', async () => {
	await fc.assert(
		fc.asyncProperty(fc.integer({ min: 1, max: 6 }), fc.array(step), async (max, steps) => {
			const slots = new Slots(max);
			const works = new Works();
			const all: Array<Promise<unknown>> = [];
			for (const one of steps) {
				if (one.kind === 'begin') all.push(works.run(slots, all.length));
				else await works.end(one.index, one.fails);
				await settled();
				expect(works.underWay).toBeLessThanOrEqual(max);
				// Nobody waits while there is room.
				expect(works.underWay === max || works.started.length === all.length).toBe(true);
			}
			while (works.open > 0) await works.end(0, false);
			await Promise.all(all);
			expect(works.started).toEqual(all.map((_, index) => index));
			expect(works.most).toBeLessThanOrEqual(max);
		}),
		{ numRuns: 300 },
	);
});

test('more room is used at once, less room as soon as somebody ends', async () => {
	const slots = new Slots(1);
	const works = new Works();
	const all = [0, 1, 2, 3, 4].map((name) => works.run(slots, name));
	await settled();
	expect(works.underWay).toBe(1);
	slots.setMax(3);
	await settled();
	expect(works.underWay).toBe(3);
	slots.setMax(1);
	await works.end(0, false);
	await works.end(0, false);
	expect([works.underWay, works.started.length]).toEqual([1, 3]);
	while (works.open > 0) await works.end(0, false);
	await Promise.all(all);
});

test('an account has its slots once, with the room that was asked for last', async () => {
	const slots = slotsOf('account', 1);
	expect(slotsOf('account', 2)).toBe(slots);
	expect(slotsOf('another', 1)).not.toBe(slots);
	const works = new Works();
	const all = [0, 1, 2].map((name) => works.run(slots, name));
	await settled();
	expect(works.underWay).toBe(2);
	while (works.open > 0) await works.end(0, false);
	await Promise.all(all);
});

test('what a work gives or throws comes out', async () => {
	const slots = new Slots(1);
	expect(await slots.run(async () => 7)).toBe(7);
	const failing = slots.run(async () => {
		throw new Error('no');
	});
	await expect(failing).rejects.toThrow('no');
	expect(await slots.run(async () => 8)).toBe(8);
});
