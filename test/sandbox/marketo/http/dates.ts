/** Marketo's forms of a time. https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/rest/field-types */

/** Lead database: `2015-03-17T00:18:40Z`. @param iso ISO UTC */
export function leadDate(iso: string): string {
	return `${iso.slice(0, 19)}Z`;
}

/** Assets: `2015-05-28T18:47:15Z+0000`, which is no ISO 8601. @param iso ISO UTC */
export function assetDate(iso: string): string {
	return `${leadDate(iso)}+0000`;
}

/** @returns epoch milliseconds, NaN when it is no ISO 8601 time */
export function timeOf(text: string): number {
	return /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:?\d{2})?)?$/.test(text)
		? Date.parse(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'))
		: Number.NaN;
}
