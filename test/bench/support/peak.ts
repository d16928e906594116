const EVERY_MS = 20;
const MB = 1024 * 1024;

export interface Measured<T> {
	result: T;
	/** Milliseconds on the clock, pauses for the vendor's limits included. */
	ms: number;
	/** Milliseconds that this process computed, without the watch of its memory. */
	cpuMs: number;
	/** Highest resident memory during the work, above what it was before, in MB. */
	peakMb: number;
	/**
	 * The same of what is in use, buffers included. The engine's reserve is the larger part of the
	 * resident memory of small work and tells nothing about growth; it is left out here.
	 */
	inUseMb: number;
}

function resident(): number {
	return process.memoryUsage.rss();
}

function inUse(): number {
	const { heapUsed, external } = process.memoryUsage();
	return heapUsed + external;
}

/** The highest value of a figure since its start, above what it was then, in MB. */
function peakOf(figure: () => number): { look(): void; mb(): number } {
	const before = figure();
	let peak = before;
	return {
		look: () => (peak = Math.max(peak, figure())),
		mb: () => (peak - before) / MB,
	};
}

/** Runs the work and watches time, computing and memory of this process (needs `--expose-gc`). */
export async function measured<T>(work: () => Promise<T>): Promise<Measured<T>> {
	globalThis.gc?.();
	const peaks = { resident: peakOf(resident), inUse: peakOf(inUse) };
	// What the watch costs grows with the clock, and is none of the work's.
	let lookedMs = 0;
	const look = (): void => {
		const from = process.cpuUsage();
		peaks.resident.look();
		peaks.inUse.look();
		const { user, system } = process.cpuUsage(from);
		lookedMs += (user + system) / 1000;
	};
	const watch = setInterval(look, EVERY_MS);
	const cpu = process.cpuUsage();
	const start = performance.now();
	const result = await work();
	const ms = performance.now() - start;
	const { user, system } = process.cpuUsage(cpu);
	const watchedMs = lookedMs;
	clearInterval(watch);
	look();
	return {
		result,
		ms,
		cpuMs: (user + system) / 1000 - watchedMs,
		peakMb: peaks.resident.mb(),
		inUseMb: peaks.inUse.mb(),
	};
}
