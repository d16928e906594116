const EVERY_MS = 20;
const MB = 1024 * 1024;

export interface Measured<T> {
	result: T;
	/** Milliseconds on the clock, pauses for the vendor's limits included. */
	ms: number;
	/** Milliseconds that this process computed. */
	cpuMs: number;
	/** Highest memory in use during the work, above what was in use before, in MB. */
	peakMb: number;
}

/**
 * Memory in use, buffers included. The resident size would count what the engine keeps in reserve as
 * well, which is the larger part of it for small work and tells nothing about growth.
 */
function inUse(): number {
	const { heapUsed, external } = process.memoryUsage();
	return heapUsed + external;
}

/** Runs the work and watches time, computing and memory of this process (needs `--expose-gc`). */
export async function measured<T>(work: () => Promise<T>): Promise<Measured<T>> {
	globalThis.gc?.();
	const before = inUse();
	let peak = before;
	const watch = setInterval(() => (peak = Math.max(peak, inUse())), EVERY_MS);
	const cpu = process.cpuUsage();
	const start = performance.now();
	const result = await work();
	const ms = performance.now() - start;
	const { user, system } = process.cpuUsage(cpu);
	clearInterval(watch);
	peak = Math.max(peak, inUse());
	return { result, ms, cpuMs: (user + system) / 1000, peakMb: (peak - before) / MB };
}
