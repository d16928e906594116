import type { ErrorObject, ValidateFunction } from 'ajv/dist/2019';

/** What the last validation found, in a line each. @param whole what to call the validated value itself */
export function asTexts({ errors }: ValidateFunction, whole: string): string[] {
	return (errors ?? []).map((error) => asText(error, whole));
}

/** A line about one finding. */
export function asText(error: ErrorObject, whole: string): string {
	const details = JSON.stringify(error.params);
	return `${error.instancePath || whole} ${error.message ?? error.keyword} ${details}`;
}
