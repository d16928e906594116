import { Renewal } from '../../../../nodes/Marketo/transport/renewal';

test('those that met the same ended token renew it once', async () => {
	const renewal = new Renewal();
	let times = 0;
	const renew = async (): Promise<void> => {
		await Promise.resolve();
		times += 1;
	};
	const sentWith = renewal.current();
	await Promise.all([1, 2, 3].map(async () => await renewal.after(sentWith, renew)));
	expect(times).toBe(1);
	// One that was answered later.
	await renewal.after(sentWith, renew);
	expect(times).toBe(1);
	await renewal.after(renewal.current(), renew);
	expect(times).toBe(2);
});

test('a renewal that failed is tried again by the next one', async () => {
	const renewal = new Renewal();
	const sentWith = renewal.current();
	const fails = async (): Promise<void> => await Promise.reject(new Error('down'));
	await expect(renewal.after(sentWith, fails)).rejects.toThrow('down');
	let times = 0;
	await renewal.after(sentWith, async () => {
		times += 1;
	});
	expect(times).toBe(1);
});
