/** Marketo's words for too many calls, in a time, on a day and at once. https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/rest/error-codes */
const MARKETO_LIMITS = ['606', '607', '615'];

/** Whether a vendor refused the call for its limits; Marketo says so with status 200. */
export function isRefusedForLimits({
	status,
	response,
}: {
	status: number;
	response: unknown;
}): boolean {
	const { errors } = Object(response) as { errors?: Array<{ code?: unknown }> };
	const codes = Array.isArray(errors) ? errors.map(({ code }) => String(code)) : [];
	return status === 429 || codes.some((code) => MARKETO_LIMITS.includes(code));
}
