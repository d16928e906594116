import { VendorError } from '../../shared/transport/vendorError';

/** What can go wrong with a file, in words without its address: that may hold a secret. */

const TEMPORARY = {
	vendor: 'zoom',
	code: '',
	reason: 'temporarilyUnavailable',
	failure: { cause: 'temporarily-unavailable' },
} as const;

/** A web page came where the file should be: Zoom's way to ask for a sign-in. */
export function pageInstead(): VendorError {
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

export function cutOff(trouble: 'cut' | 'stalled'): VendorError {
	return new VendorError({
		...TEMPORARY,
		status: 0,
		message:
			trouble === 'stalled'
				? 'The download of the file came to a standstill three times'
				: 'The download of the file broke off three times',
		repair: 'Check the network of this n8n, then run again',
	});
}

export function noAnswer(): VendorError {
	return new VendorError({
		...TEMPORARY,
		status: 0,
		message: 'The server that keeps the file could not be reached',
		repair: 'Check the network of this n8n, then run again',
	});
}

/** A server that Zoom redirected to said no; its words may repeat the address, so they stay out. */
export function foreignRefusal(status: number): VendorError {
	return new VendorError({
		...TEMPORARY,
		status,
		message: `The server that keeps the file for Zoom refused it (HTTP ${status})`,
		repair: 'Run again; if it stays so, look whether the recording still plays on the Zoom website',
	});
}

export function tooManyRedirects(): VendorError {
	return new VendorError({
		...TEMPORARY,
		status: 0,
		message: 'Zoom sends the download of the file in a circle',
		repair: 'Run again; if it stays so, download the file on the Zoom website',
	});
}
