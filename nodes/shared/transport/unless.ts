/**
 * The answer, or undefined where the vendor refused in an expected way. Every other refusal goes on
 * to the caller as it is.
 */
export async function unless<T>(
	expected: (error: unknown) => boolean,
	answer: Promise<T>,
): Promise<T | undefined> {
	return await answer.catch((error: unknown) => {
		if (expected(error)) return undefined;
		throw error;
	});
}
