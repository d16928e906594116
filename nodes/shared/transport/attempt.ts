import { isRunWide, VendorError } from './vendorError';

export type Attempted<T> = { ok: true; value: T } | { ok: false; error: VendorError };

/**
 * The result, or the vendor's refusal as a value where it concerns only some people. What concerns
 * everybody (the key, its scopes, a cancelled execution, a defect of ours) is thrown on.
 */
export async function attempt<T>(work: Promise<T>): Promise<Attempted<T>> {
	return await work.then(
		(value): Attempted<T> => ({ ok: true, value }),
		(error: unknown): Attempted<T> => {
			if (error instanceof VendorError && !isRunWide(error)) return { ok: false, error };
			throw error;
		},
	);
}
