import type { IExecuteFunctions } from 'n8n-workflow';

import { asNumber, asText } from '../../shared/transport/json';
import { CancelledError } from '../../shared/transport/send';
import type { VendorError } from '../../shared/transport/vendorError';
import { zoomAccount, type ZoomAccount } from './credential';
import { cutOff, foreignRefusal, pageInstead, tooManyRedirects } from './downloadErrors';
import { askForFile } from './downloadRequest';
import { FileStream, isReadable, type Readable } from '../../shared/transport/fileStream';
import { refusal } from './errors';
import { checkedFileUrl, mayCarryToken } from './hosts';

/** A file that Zoom serves. */
export interface FileSource {
	/** Zoom's download_url; made anew for each listing. */
	url: string;
	/** From the listing, for servers that announce no length; null when unknown. */
	sizeBytes: number | null;
	/**
	 * Asks Zoom's API for the address again. n8n renews an expired token on the way, which the download
	 * itself cannot do where Zoom answers with its login page.
	 * @throws VendorError recordingDeleted when the file is gone
	 */
	renew(): Promise<string>;
}

const MAX_REDIRECTS = 5;
const MAX_TRIES = 3;
/** What a fresh address and token may cure. */
const STALE_STATUS: ReadonlySet<number> = new Set([401, 403, 404, 410]);

/**
 * Fetches a file as a stream and hands it to `keep`, again from the start when it breaks off.
 * Redirects are followed here, and the token goes to Zoom's hosts only.
 * https://developers.zoom.us/docs/api/meetings/#tag/cloud-recording (download_url)
 * @param keep reads the stream to its end; an error of its own is thrown as it is
 * @throws VendorError with what to mend; neither address nor token is in it
 */
export async function download<Kept>(
	context: IExecuteFunctions,
	source: FileSource,
	keep: (file: Readable) => Promise<Kept>,
): Promise<Kept> {
	const account = await zoomAccount(context);
	let { url } = source;
	let renewed = false;
	for (let tries = 1; ; tries += 1) {
		const answer = await open(context, account, url);
		const attempt = await tryToKeep(answer, source.sizeBytes, keep);
		if ('kept' in attempt) return attempt.kept;
		if (context.getExecutionCancelSignal()?.aborted) throw new CancelledError();
		const { cure, error } = attempt;
		if (cure === 'renew' && !renewed) {
			renewed = true;
			url = await source.renew();
		} else if (cure !== 'again' || tries >= MAX_TRIES) {
			throw error;
		}
	}
}

/** What may help: a fresh address and token, the same once more, or nothing. */
type Cure = 'renew' | 'again' | 'none';

type Attempt<Kept> = { kept: Kept } | { error: VendorError; cure: Cure };

async function tryToKeep<Kept>(
	answer: Opened,
	sizeBytes: number | null,
	keep: (file: Readable) => Promise<Kept>,
): Promise<Attempt<Kept>> {
	if ('error' in answer) return answer;
	const { body, headers } = answer;
	if (/text\/html/i.test(asText(headers['content-type']))) {
		body.destroy();
		return { error: pageInstead(), cure: 'renew' };
	}
	const stream = new FileStream(body, announcedBytes(headers) ?? sizeBytes);
	return await keep(stream.readable()).then(
		(kept): Attempt<Kept> => ({ kept }),
		(error: unknown): Attempt<Kept> => {
			stream.discard();
			if (stream.trouble === undefined) throw error;
			return stream.trouble === 'page'
				? { error: pageInstead(), cure: 'renew' }
				: { error: cutOff(stream.trouble), cure: 'again' };
		},
	);
}

/** Only a body that is not packed is as long as its header says. */
function announcedBytes(headers: Record<string, unknown>): number | null {
	const packed = !['', 'identity'].includes(asText(headers['content-encoding']).toLowerCase());
	return packed ? null : (asNumber(headers['content-length']) ?? null);
}

type Opened =
	{ body: Readable; headers: Record<string, unknown> } | { error: VendorError; cure: Cure };

/** The answer at the end of the redirects. */
async function open(
	context: IExecuteFunctions,
	account: ZoomAccount,
	address: string,
): Promise<Opened> {
	let url = checkedFileUrl(address, account.apiUrl);
	for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
		const trusted = mayCarryToken(url, account.apiUrl);
		const { answer, verdict } = await askForFile(context, account, url, trusted);
		const location = asText(answer.headers.location);
		if (answer.status >= 300 && answer.status < 400 && location !== '') {
			if (isReadable(answer.body)) answer.body.destroy();
			url = checkedFileUrl(location, account.apiUrl, url);
		} else if (answer.status < 300 && isReadable(answer.body)) {
			return { body: answer.body, headers: answer.headers };
		} else {
			const error = trusted ? refusal(answer, verdict) : foreignRefusal(answer.status);
			return { error, cure: STALE_STATUS.has(answer.status) ? 'renew' : 'none' };
		}
	}
	throw tooManyRedirects();
}
