/** A file that is read when it is sent, and again when it is sent again. */
export interface LazyFile {
	name: string;
	/** MIME type. */
	type: string;
	/** Bytes. */
	size: number;
	open(): Promise<AsyncIterable<Uint8Array>>;
}

/** What a form needs of a Blob; the platform's own would have to hold the file in memory. */
interface BlobLike {
	readonly name: string;
	readonly type: string;
	readonly size: number;
	stream(): AsyncIterable<Uint8Array>;
}

type Entry = [name: string, value: string | BlobLike];

/**
 * A multipart form whose file is never in memory as a whole. n8n hands bodies to axios, which
 * streams whatever behaves like the platform's FormData (`append`, the tag, an iterator of entries)
 * and takes the length from `size`, so that HubSpot gets a Content-Length.
 * https://github.com/axios/axios/blob/v1.x/lib/helpers/formDataToStream.js
 */
export class FileForm {
	readonly [Symbol.toStringTag] = 'FormData';
	private readonly parts: Entry[] = [];

	append(name: string, value: string | BlobLike): void {
		this.parts.push([name, value]);
	}

	appendFile(name: string, file: LazyFile): void {
		this.append(name, {
			name: file.name,
			type: file.type,
			size: file.size,
			async *stream() {
				yield* await file.open();
			},
		});
	}

	*entries(): IterableIterator<Entry> {
		yield* this.parts;
	}

	[Symbol.iterator](): IterableIterator<Entry> {
		return this.entries();
	}
}
