import { cutOff, tooManyRedirects, type FileVendor } from './downloadErrors';
import { FileStream, isReadable, readText, type Readable } from './fileStream';
import { asNumber, asText } from './json';
import { CancelledError, type HttpAnswer } from './send';
import type { VendorError } from './vendorError';

const MAX_REDIRECTS = 5;
const MAX_TRIES = 3;

/** What may help: a fresh address or session, the same once more, or nothing. */
export type Cure = 'renew' | 'again' | 'none';

/** Why there is no file, and what may help. */
export interface NoFile {
	error: VendorError;
	cure: Cure;
}

/** One file, and how its platform serves it. */
export interface Download {
	vendor: FileVendor;
	/** Asks for the file; again from the start each time. */
	open(): Promise<Opened>;
	/** Gets a fresh address or session, once. @throws VendorError when the file is gone */
	renew(): Promise<void>;
	/** What a web page means that came instead of the file. @param text its beginning, as far as known */
	page(text: string): NoFile;
	/** From the listing, for servers that announce no length; null when unknown. */
	sizeBytes: number | null;
	signal?: AbortSignal;
}

export type Opened = { body: Readable; headers: Record<string, unknown> } | NoFile;

/**
 * Fetches a file as a stream and hands it to `keep`, again from the start when it breaks off.
 * @param keep reads the stream to its end; an error of its own is thrown as it is
 * @throws VendorError with what to mend; neither address nor secret is in it
 */
export async function downloadFile<Kept>(
	download: Download,
	keep: (file: Readable) => Promise<Kept>,
): Promise<Kept> {
	let renewed = false;
	for (let tries = 1; ; tries += 1) {
		const attempt = await tryToKeep(await download.open(), download, keep);
		if ('kept' in attempt) return attempt.kept;
		if (download.signal?.aborted) throw new CancelledError();
		const { cure, error } = attempt;
		if (cure === 'renew' && !renewed) {
			renewed = true;
			await download.renew();
		} else if (cure !== 'again' || tries >= MAX_TRIES) {
			throw error;
		}
	}
}

async function tryToKeep<Kept>(
	answer: Opened,
	{ vendor, page, sizeBytes }: Download,
	keep: (file: Readable) => Promise<Kept>,
): Promise<{ kept: Kept } | NoFile> {
	if ('error' in answer) return answer;
	const { body, headers } = answer;
	if (/text\/html/i.test(asText(headers['content-type']))) {
		const text = await readText(body).catch(() => '');
		body.destroy();
		return page(text);
	}
	const stream = new FileStream(body, announcedBytes(headers) ?? sizeBytes);
	return await keep(stream.readable()).then(
		(kept): { kept: Kept } => ({ kept }),
		(error: unknown): NoFile => {
			stream.discard();
			if (stream.trouble === undefined) throw error;
			return stream.trouble === 'page'
				? page('')
				: { error: cutOff(vendor, stream.trouble), cure: 'again' };
		},
	);
}

/** Only a body that is not packed is as long as its header says. */
function announcedBytes(headers: Record<string, unknown>): number | null {
	const packed = !['', 'identity'].includes(asText(headers['content-encoding']).toLowerCase());
	return packed ? null : (asNumber(headers['content-length']) ?? null);
}

/** One request for a file, at each address that the redirects lead to. */
export interface Hops {
	vendor: FileVendor;
	/** One request; redirects come back as answers, a file's body as a stream. */
	ask(url: URL): Promise<HttpAnswer>;
	/** The address that a redirect names, checked. @throws VendorError when it is not safe */
	next(location: string, from: URL): URL;
	/** An answer that is neither a file nor a redirect. */
	refused(answer: HttpAnswer, url: URL): NoFile;
}

/** The answer at the end of the redirects. */
export async function openFile(first: URL, hops: Hops): Promise<Opened> {
	let url = first;
	for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
		const answer = await hops.ask(url);
		const location = asText(answer.headers.location);
		if (answer.status >= 300 && answer.status < 400 && location !== '') {
			if (isReadable(answer.body)) answer.body.destroy();
			url = hops.next(location, url);
		} else if (answer.status < 300 && isReadable(answer.body)) {
			return { body: answer.body, headers: answer.headers };
		} else {
			return hops.refused(answer, url);
		}
	}
	throw tooManyRedirects(hops.vendor);
}
