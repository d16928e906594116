import net from 'node:net';

/** How long a server may leave a broken request open until it counts as unanswered. */
const PATIENCE_MS = 60_000;

/**
 * Writes bytes to a server and reads until it closes; no library that would mend them stands in between.
 * @param halfClose nothing more will come, as when a sender breaks off
 * @returns everything that the server said; empty when it closed without a word
 */
export async function exchange(origin: string, bytes: Buffer, halfClose = false): Promise<string> {
	const { hostname, port } = new URL(origin);
	return await new Promise((resolve) => {
		const parts: Buffer[] = [];
		const socket = net.connect(Number(port), hostname, () => {
			socket.write(bytes);
			if (halfClose) socket.end();
		});
		const done = () => {
			socket.destroy();
			resolve(Buffer.concat(parts).toString('latin1'));
		};
		socket.setTimeout(PATIENCE_MS, done);
		socket
			.on('data', (part) => parts.push(part))
			.on('close', done)
			.on('error', done);
	});
}

/** The status of every answer in what a server said. */
export function statuses(said: string): number[] {
	return [...said.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) => Number(status));
}

/** A request, byte for byte. @param headers as lines without their ends */
export function rawRequest(line: string, headers: readonly string[], body: Buffer): Buffer {
	const head = [line, ...headers, '', ''].join('\r\n');
	return Buffer.concat([Buffer.from(head, 'utf8'), body]);
}
