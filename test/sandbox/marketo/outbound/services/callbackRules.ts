import { isRecord, isText, type JsonRecord } from '../json';

/**
 * What is wrong with a callback's body, by Adobe's `flowCallBack`.
 * @param munchkinId of this instance
 */
export function callbackProblems(body: unknown, munchkinId: string): string[] {
	if (!isRecord(body)) return ['The body is no JSON object'];
	const { errorCode, errorMessage, defaultValues, objectData } = body;
	const problems: string[] = [];
	if (body.munchkinId !== munchkinId) problems.push(`munchkinId must be ${munchkinId}`);
	if (errorCode !== undefined && !isText(errorCode)) problems.push('errorCode must be a text');
	if (errorMessage !== undefined && typeof errorMessage !== 'string') {
		problems.push('errorMessage must be a text');
	}
	return [...problems, ...defaultProblems(defaultValues), ...dataProblems(objectData)];
}

function defaultProblems(defaults: unknown): string[] {
	if (defaults === undefined) return [];
	if (!isRecord(defaults)) return ['defaultValues must be an object'];
	return ['leadDefaults', 'activityDefaults']
		.filter((name) => defaults[name] !== undefined && !isRecord(defaults[name]))
		.map((name) => `defaultValues.${name} must be an object`);
}

function dataProblems(data: unknown): string[] {
	if (data === undefined) return [];
	if (!Array.isArray(data)) return ['objectData must be a list'];
	return data.flatMap((row: unknown, index) => {
		const place = `objectData[${index}]`;
		return isRecord(row) ? rowProblems(row, place) : [`${place} must be an object`];
	});
}

function rowProblems({ leadData, activityData }: JsonRecord, place: string): string[] {
	const problems: string[] = [];
	if (!isRecord(leadData) || !Number.isSafeInteger(leadData.id)) {
		problems.push(`${place}.leadData.id must be an integer`);
	}
	if (activityData === undefined) return problems;
	if (!isRecord(activityData)) return [...problems, `${place}.activityData must be an object`];
	const { success, reason, errorCode } = activityData;
	if (success !== undefined && typeof success !== 'boolean') {
		problems.push(`${place}.activityData.success must be true or false`);
	}
	for (const [name, value] of Object.entries({ reason, errorCode })) {
		if (value !== undefined && typeof value !== 'string') {
			problems.push(`${place}.activityData.${name} must be a text`);
		}
	}
	return problems;
}
