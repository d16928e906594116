import type { IExecuteFunctions } from 'n8n-workflow';

import { downloadFile, openFile, type Opened } from '../../shared/transport/download';
import { foreignRefusal } from '../../shared/transport/downloadErrors';
import { checkedFileUrl } from '../../shared/transport/fileAddress';
import type { Readable } from '../../shared/transport/fileStream';
import type { Verdict } from '../../shared/transport/retry';
import { VendorError } from '../../shared/transport/vendorError';
import { zoomAccount, type ZoomAccount } from './credential';
import { askForFile } from './downloadRequest';
import { refusal } from './errors';
import { mayCarryToken, ZOOM_FILES } from './hosts';

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
	return await downloadFile(
		{
			vendor: ZOOM_FILES,
			sizeBytes: source.sizeBytes,
			signal: context.getExecutionCancelSignal(),
			open: async () => await open(context, account, url),
			renew: async () => {
				url = await source.renew();
			},
			page: () => ({ error: pageInstead(), cure: 'renew' }),
		},
		keep,
	);
}

async function open(
	context: IExecuteFunctions,
	account: ZoomAccount,
	address: string,
): Promise<Opened> {
	let verdict: Verdict = { kind: 'refused' };
	return await openFile(checkedFileUrl(address, account.apiUrl, ZOOM_FILES), {
		vendor: ZOOM_FILES,
		async ask(url) {
			const asked = await askForFile(context, account, url, mayCarryToken(url, account.apiUrl));
			verdict = asked.verdict;
			return asked.answer;
		},
		next: (location, from) => checkedFileUrl(location, account.apiUrl, ZOOM_FILES, from),
		refused: (answer, url) => ({
			error: mayCarryToken(url, account.apiUrl)
				? refusal(answer, verdict)
				: foreignRefusal(ZOOM_FILES, answer.status),
			cure: STALE_STATUS.has(answer.status) ? 'renew' : 'none',
		}),
	});
}

/** A web page came where the file should be: Zoom's way to ask for a sign-in. */
function pageInstead(): VendorError {
	return new VendorError({
		vendor: 'zoom',
		status: 200,
		code: '',
		message: 'Zoom sent a web page instead of the file, as it does when it wants a sign-in',
		repair:
			'Give the app a scope that reads recording files and its owner a role that may view the content of recordings, then run again',
		reason: 'permissionMissing',
		failure: { cause: 'configuration-invalid' },
	});
}
