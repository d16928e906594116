import type { FastifyReply } from 'fastify';
import { Readable } from 'node:stream';
import type { AdobeRecording } from '../world';

const DEFAULT_BYTES = 4096;
const CHUNK_BYTES = 64 * 1024;
const TYPES: Readonly<Record<string, string>> = { zip: 'application/zip', mp4: 'video/mp4' };
/** Of a zip without entries, so that the beginning looks like one. */
const MAGIC = Buffer.from('PK\u0003\u0004');

/** The bytes are made while they are sent, always the same. */
export function sourceFile(
	reply: FastifyReply,
	{ id, bytes = DEFAULT_BYTES }: AdobeRecording,
	kind: string,
): FastifyReply {
	return reply
		.type(TYPES[kind] ?? 'application/octet-stream')
		.header('content-length', bytes)
		.header('content-disposition', `attachment; filename="${id}.${kind}"`)
		.send(Readable.from(chunks(bytes)));
}

function* chunks(bytes: number): Generator<Buffer> {
	for (let sent = 0; sent < bytes; sent += CHUNK_BYTES) {
		const chunk = Buffer.alloc(Math.min(CHUNK_BYTES, bytes - sent), 'recording ');
		if (sent === 0) MAGIC.copy(chunk);
		yield chunk;
	}
}
