/** Runs the work and tells how many milliseconds this process computed for it (needs `--expose-gc`). */
export async function computed<T>(work: () => Promise<T>): Promise<{ result: T; ms: number }> {
	globalThis.gc?.();
	const before = process.cpuUsage();
	const result = await work();
	const { user, system } = process.cpuUsage(before);
	return { result, ms: (user + system) / 1000 };
}
