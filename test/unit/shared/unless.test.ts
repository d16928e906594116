import { unless } from '../../../nodes/shared/transport/unless';

const expected = (error: unknown): boolean => error instanceof RangeError;

test('the answer goes through, empty ones too', async () => {
	await expect(unless(expected, Promise.resolve(7))).resolves.toBe(7);
	await expect(unless(expected, Promise.resolve(null))).resolves.toBeNull();
});

test('an expected refusal is undefined', async () => {
	await expect(unless(expected, Promise.reject(new RangeError()))).resolves.toBeUndefined();
});

test('every other refusal goes on as it is', async () => {
	const refusal = new TypeError('something else');
	await expect(unless(expected, Promise.reject(refusal))).rejects.toBe(refusal);
});
