import type { Failure } from 'n8n-workflow';

import type { Destination } from '../model/outcome';
import { explain, type Reason } from '../model/reasons';

export interface VendorErrorDetails {
	vendor: Destination;
	/** HTTP status, 0 when no answer came. */
	status: number;
	/** The vendor's own code: Zoom's number, HubSpot's category. */
	code: string;
	/** What happened, for people, with the vendor's own words. */
	message: string;
	/** What to do next. */
	repair: string;
	reason: Reason;
	/** ISO 8601 UTC moment from which trying again makes sense. */
	retryAt?: string;
	/** n8n's machine-readable cause. */
	failure?: Failure;
	/** The vendor's answer as it came; never shown, read by operations that know its shape. */
	body?: unknown;
	/** The vendor's own number for its support, e.g. x-zm-trackingid or correlationId. */
	trackingId?: string;
}

/**
 * A vendor said no, or could not be reached. Never carries a secret: neither headers nor the
 * request are kept.
 */
export class VendorError extends Error {
	readonly details: VendorErrorDetails;

	constructor(details: VendorErrorDetails) {
		super(details.message);
		this.name = 'VendorError';
		this.details = details;
	}
}

/** Every person is concerned: the key itself is refused, or lacks a scope. */
export function isRunWide(error: VendorError): boolean {
	return error.details.reason === 'permissionMissing';
}

/** Trying again later can help. */
export function isTemporary(error: VendorError): boolean {
	return error.details.retryAt !== undefined;
}

/**
 * A write without a natural key whose effect nobody knows: no answer came, or the vendor broke down over
 * it.
 * @param what what was asked for; empty = it goes without saying
 * @param status HTTP status, 0 when no answer came
 */
export function lostWrite(vendor: Destination, what: string, status = 0): VendorError {
	const { message, repair } = explain('uncertain');
	return new VendorError({
		vendor,
		status,
		code: '',
		message: what === '' ? message : `${message} (${what})`,
		repair,
		reason: 'uncertain',
		failure: { cause: 'temporarily-unavailable' },
	});
}
