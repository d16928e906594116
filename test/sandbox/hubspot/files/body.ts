import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { IncomingMessage } from 'node:http';
import { validationError } from '../http/errors';
import { readMultipart, type Part } from './multipart';

/** A form as its handler and the books see it; of a file, no more than its measures. */
export interface FormFile {
	filename: string;
	contentType: string;
	/** Bytes. */
	size: number;
	sha256: string;
}

export interface Form {
	fields: Record<string, string>;
	files: Record<string, FormFile>;
}

const contents = new WeakMap<FormFile, Buffer>();
const forms = new WeakSet<object>();

/** What is in an uploaded file; null for one of 1 MB and more. */
export function contentOf(file: FormFile): Buffer | null {
	return contents.get(file) ?? null;
}

/** @throws HubSpotError 400: the request's body was something else */
export function formOf(body: unknown): Form {
	if (isForm(body)) return body;
	throw validationError('The request must be multipart/form-data');
}

function isForm(body: unknown): body is Form {
	return typeof body === 'object' && body !== null && forms.has(body);
}

/** Reads multipart bodies as they come; no limit applies before the file's own. */
export function takeForms(app: FastifyInstance): void {
	app.addContentTypeParser(
		'multipart/form-data',
		async (request: FastifyRequest, payload: IncomingMessage) =>
			toForm(await readMultipart(payload, request.headers['content-type'] ?? '')),
	);
}

function toForm(parts: readonly Part[]): Form {
	const form: Form = { fields: {}, files: {} };
	for (const { name, filename, contentType, size, sha256, content } of parts) {
		if (filename === undefined) form.fields[name] = content?.toString('utf8') ?? '';
		else {
			const file = { filename, contentType, size, sha256 };
			if (content !== null) contents.set(file, content);
			form.files[name] = file;
		}
	}
	forms.add(form);
	return form;
}
