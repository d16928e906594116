/** Run by memory.test.ts with --expose-gc: prints the bytes in use after each round of webhooks. */
import { sample } from '../webhooks/sample';

const [rounds = 8, size = 1000] = process.argv.slice(2).map(Number);
const used: number[] = [];

for (let round = 0; round < rounds; round += 1) {
	for (let number = 0; number < size; number += 1) {
		const { door, request } = sample(1, round * size + number);
		door.received(request);
	}
	globalThis.gc?.();
	used.push(process.memoryUsage().heapUsed);
}
console.log(JSON.stringify({ collected: globalThis.gc !== undefined, used }));
