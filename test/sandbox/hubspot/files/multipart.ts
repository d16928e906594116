import { createHash } from 'node:crypto';
import { validationError } from '../http/errors';

/** Contents below this are kept. */
const KEPT_BYTES = 1024 * 1024;

/** What a body of any size leaves behind. */
export interface Digest {
	/** Bytes. */
	size: number;
	sha256: string;
	/** null: too large to be kept. */
	content: Buffer | null;
}

export interface Part extends Digest {
	name: string;
	/** Only files have one. */
	filename: string | undefined;
	contentType: string;
}

/** Takes a body piece by piece and never holds more than {@link KEPT_BYTES} of it. */
export class Digester {
	private readonly hash = createHash('sha256');
	private kept: Buffer[] = [];
	private size = 0;

	add(chunk: Buffer): void {
		this.hash.update(chunk);
		this.size += chunk.length;
		if (this.size <= KEPT_BYTES) this.kept.push(Buffer.from(chunk));
		else this.kept = [];
	}

	end(): Digest {
		const content = this.size <= KEPT_BYTES ? Buffer.concat(this.kept) : null;
		return { size: this.size, sha256: this.hash.digest('hex'), content };
	}
}

/**
 * The parts of a `multipart/form-data` body, RFC 7578.
 * @throws HubSpotError 400 for a body that is none
 */
export async function readMultipart(
	body: AsyncIterable<Buffer>,
	contentType: string,
): Promise<Part[]> {
	const boundary = /boundary="?([^";]+)"?/i.exec(contentType)?.[1];
	if (boundary === undefined) throw malformed('no boundary in the content type');
	const reader = new PartReader(boundary);
	for await (const chunk of body) reader.push(Buffer.from(chunk));
	return reader.end();
}

type State = 'delimiter' | 'headers' | 'content' | 'over';

class PartReader {
	private readonly delimiter: Buffer;
	/** The first delimiter has no line before it; with this one it looks like every other. */
	private rest = Buffer.from('\r\n');
	private state: State = 'delimiter';
	private readonly parts: Part[] = [];
	private head: Omit<Part, keyof Digest> | undefined;
	private digester = new Digester();

	constructor(boundary: string) {
		this.delimiter = Buffer.from(`\r\n--${boundary}`);
	}

	push(chunk: Buffer): void {
		this.rest = Buffer.concat([this.rest, chunk]);
		while (this.step());
	}

	end(): Part[] {
		if (this.state !== 'over') throw malformed('the body ends too early');
		return this.parts;
	}

	/** @returns whether there may be more to do with what has come so far */
	private step(): boolean {
		if (this.state === 'delimiter') return this.afterDelimiter();
		if (this.state === 'headers') return this.readHeaders();
		return this.state === 'content' && this.readContent();
	}

	private afterDelimiter(): boolean {
		const at = this.rest.indexOf(this.delimiter);
		const after = at + this.delimiter.length;
		if (at < 0 || this.rest.length < after + 2) return false;
		const isLast = this.rest.subarray(after, after + 2).toString() === '--';
		this.rest = this.rest.subarray(after + 2);
		this.state = isLast ? 'over' : 'headers';
		return true;
	}

	private readHeaders(): boolean {
		const at = this.rest.indexOf('\r\n\r\n');
		if (at < 0) return false;
		this.head = headOf(this.rest.subarray(0, at).toString('utf8'));
		this.rest = this.rest.subarray(at + 4);
		this.digester = new Digester();
		this.state = 'content';
		return true;
	}

	/** The end of what has come may be the beginning of a delimiter: it waits. */
	private readContent(): boolean {
		const at = this.rest.indexOf(this.delimiter);
		const end = at >= 0 ? at : Math.max(0, this.rest.length - this.delimiter.length);
		this.digester.add(this.rest.subarray(0, end));
		this.rest = this.rest.subarray(end);
		if (at < 0) return false;
		if (this.head !== undefined) this.parts.push({ ...this.head, ...this.digester.end() });
		this.state = 'delimiter';
		return true;
	}
}

function headOf(text: string): Omit<Part, keyof Digest> {
	const header = (name: string) => new RegExp(`^${name}:\\s*(.*)$`, 'im').exec(text)?.[1] ?? '';
	const disposition = header('content-disposition');
	const name = /[;\s]name="([^"]*)"/i.exec(disposition)?.[1];
	if (name === undefined) throw malformed('a part has no name');
	return {
		name,
		filename: /[;\s]filename="([^"]*)"/i.exec(disposition)?.[1],
		contentType: header('content-type').trim(),
	};
}

function malformed(what: string): Error {
	return validationError(`Unable to parse the multipart request: ${what}`);
}
