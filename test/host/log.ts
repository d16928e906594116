/** Writes one progress line; every line carries the minutes since the start. */
export type Log = (message: string) => void;

/** `[ 1.4 min] message` on standard output, so that a long first run never looks like a hang. */
export function createLog(write: (line: string) => void = console.log): Log {
	const startedAt = Date.now();
	return (message) => {
		const minutes = ((Date.now() - startedAt) / 60_000).toFixed(1);
		write(`[${minutes.padStart(5)} min] ${message}`);
	};
}

/** Repeats a line while something slow is under way; returns the function that ends it. */
export function heartbeat(log: Log, message: () => string, everyMs = 30_000): () => void {
	const timer = setInterval(() => log(message()), everyMs);
	return () => clearInterval(timer);
}
