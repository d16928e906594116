import { sleep, type IExecuteFunctions } from 'n8n-workflow';

import { isObject } from './json';

/** What n8n's binary store takes beside a Buffer. */
export type Readable = Exclude<
	Parameters<IExecuteFunctions['helpers']['prepareBinaryData']>[0],
	Buffer | Uint8Array
>;

/** Why a stream did not give the file. */
export type StreamTrouble = 'cut' | 'stalled' | 'page';

/** Without a byte for so long a download counts as stuck. */
export const STALL = { afterMs: 60_000 };

/** Whether an answer's body is a stream, as `encoding: 'stream'` promises. */
export function isReadable(body: unknown): body is Readable {
	return isObject(body) && Symbol.asyncIterator in body && typeof body.destroy === 'function';
}

/**
 * A file on its way: counts the bytes, and notices when they stop, end too early or are a web page.
 * Trouble fails the stream itself, so that the store throws the broken file away.
 */
export class FileStream {
	bytes = 0;

	trouble: StreamTrouble | undefined;

	private ended = false;

	private waitingSince = Infinity;

	private giveUp: (reason: Error) => void = () => undefined;

	constructor(
		private readonly source: Readable,
		/** As the server announced it; null when nobody knows. */
		private readonly expectedBytes: number | null,
	) {}

	/** To be read once; chunk by chunk, as fast as the reader takes them. */
	readable(): Readable {
		// Node's stream module is closed to community nodes; the stream at hand knows its own class.
		const { from } = this.source.constructor as unknown as {
			from(chunks: AsyncIterable<Uint8Array>, options: { objectMode: boolean }): Readable;
		};
		return from(this.chunks(), { objectMode: false });
	}

	private async *chunks(): AsyncGenerator<Uint8Array, void, undefined> {
		const source = this.source[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>;
		void this.watch();
		try {
			for (;;) {
				const { done, value } = await this.next(source);
				if (done) break;
				if (this.bytes === 0 && startsAsPage(value)) this.fail('page');
				this.bytes += value.length;
				yield value;
			}
			if (this.expectedBytes !== null && this.bytes !== this.expectedBytes) this.fail('cut');
		} finally {
			this.discard();
		}
	}

	/** Lets go of the connection, also where nobody read. */
	discard(): void {
		this.ended = true;
		this.source.destroy();
	}

	private async next(source: AsyncIterator<Uint8Array>): Promise<IteratorResult<Uint8Array>> {
		this.waitingSince = Date.now();
		const result = await new Promise<IteratorResult<Uint8Array>>((resolve, reject) => {
			this.giveUp = reject;
			source.next().then(resolve, (error: unknown) => {
				this.trouble ??= 'cut';
				reject(error instanceof Error ? error : new Error(String(error)));
			});
		});
		this.waitingSince = Infinity;
		return result;
	}

	private async watch(): Promise<void> {
		while (!this.ended) {
			await sleep(Math.min(250, STALL.afterMs));
			if (Date.now() - this.waitingSince >= STALL.afterMs) {
				this.trouble = 'stalled';
				this.giveUp(new Error('No data came any more'));
				return;
			}
		}
	}

	private fail(trouble: StreamTrouble): never {
		this.trouble = trouble;
		throw new Error('This is not the whole file');
	}
}

/** Vendors answer a token or a session they do not like with their login page and HTTP 200. */
function startsAsPage(chunk: Uint8Array): boolean {
	const beginning = Buffer.from(chunk.subarray(0, 64)).toString('utf8');
	return /^\uFEFF?\s*<(?:!doctype html|html)/i.test(beginning);
}

const MOST_OF_AN_ERROR = 64 * 1024;

/** The text of a small answer; what goes beyond the limit is not read. */
export async function readText(source: Readable, limit = MOST_OF_AN_ERROR): Promise<string> {
	const chunks: Uint8Array[] = [];
	let bytes = 0;
	for await (const chunk of source as AsyncIterable<Uint8Array>) {
		chunks.push(chunk);
		bytes += chunk.length;
		if (bytes >= limit) break;
	}
	return Buffer.concat(chunks).toString('utf8');
}
