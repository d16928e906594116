import type { Destination } from '../model/outcome';
import { VendorError } from './vendorError';

/** What can go wrong with a file of any vendor, in words without its address: that may hold a secret. */

/** Who serves the files, in the words that people know. */
export interface FileVendor {
	vendor: Destination;
	/** e.g. Zoom */
	name: string;
	/** Where people can fetch a file by themselves, e.g. "the Zoom website". */
	website: string;
}

const TEMPORARY = {
	code: '',
	reason: 'temporarilyUnavailable',
	failure: { cause: 'temporarily-unavailable' },
} as const;

const CHECK_NETWORK = 'Check the network of this n8n, then run again';

export function cutOff({ vendor }: FileVendor, trouble: 'cut' | 'stalled'): VendorError {
	return new VendorError({
		...TEMPORARY,
		vendor,
		status: 0,
		message:
			trouble === 'stalled'
				? 'The download of the file came to a standstill three times'
				: 'The download of the file broke off three times',
		repair: CHECK_NETWORK,
	});
}

export function noAnswer({ vendor }: FileVendor): VendorError {
	return new VendorError({
		...TEMPORARY,
		vendor,
		status: 0,
		message: 'The server that keeps the file could not be reached',
		repair: CHECK_NETWORK,
	});
}

/** A server that the vendor redirected to said no; its words may repeat the address, so they stay out. */
export function foreignRefusal({ vendor, name, website }: FileVendor, status: number): VendorError {
	return new VendorError({
		...TEMPORARY,
		vendor,
		status,
		message: `The server that keeps the file for ${name} refused it (HTTP ${status})`,
		repair: `Run again. If it happens again, check whether the recording still plays on ${website}`,
	});
}

export function tooManyRedirects({ vendor, name, website }: FileVendor): VendorError {
	return new VendorError({
		...TEMPORARY,
		vendor,
		status: 0,
		message: `${name} redirects the download of the file in a circle`,
		repair: `Run again. If it happens again, download the file on ${website}`,
	});
}

export function unsafeAddress({ vendor, name, website }: FileVendor): VendorError {
	return new VendorError({
		vendor,
		status: 0,
		code: '',
		message: `${name} named an address for the file that is not safe to fetch`,
		repair: `Run again. If it happens again, download the file on ${website}`,
		reason: 'vendorRejected',
	});
}
