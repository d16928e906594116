import { isoNow, type Portal } from '../context';
import { conflict, validationError, type ErrorEntry } from '../http/errors';
import { batchAnswer } from '../http/batch';
import type { Answer, JsonRecord } from '../http/input';
import { optionalText, record, requireFields } from '../http/input';
import type { Change, Refusal } from './changes';
import { existsMessage, invalid } from './changes';
import { problemErrors, problemsMessage } from './values';

export interface BatchInput {
	/** '' for creates. */
	id: string;
	idProperty: string | undefined;
	properties: Record<string, unknown>;
	traceId: string | undefined;
}

export function batchInput(input: JsonRecord, needsId: boolean): BatchInput {
	requireFields(input, needsId ? ['id', 'properties'] : ['properties']);
	return {
		id: needsId ? String(input.id) : '',
		idProperty: optionalText(input, 'idProperty'),
		properties: record(input.properties),
		traceId: optionalText(input, 'objectWriteTraceId'),
	};
}

/** Only when every input carries a trace id of its own does HubSpot answer record by record. */
function answersByRecord(inputs: ReadonlyArray<{ traceId: string | undefined }>): boolean {
	const ids = inputs.flatMap(({ traceId }) => traceId ?? []);
	return ids.length === inputs.length && new Set(ids).size === ids.length;
}

/**
 * Batch writes. Without trace ids they are all or nothing (400 or 409 and nothing written), with
 * them each record has its own result or error (207). Ids that do not exist are reported with 207
 * either way.
 * https://developers.hubspot.com/docs/api-reference/error-handling
 */
export function settleBatch<Input extends { traceId: string | undefined }>(
	portal: Portal,
	inputs: readonly Input[],
	plan: (input: Input) => Change<object>,
	success: number,
	noun = 'CONTACT',
): Answer {
	const startedAt = isoNow(portal.kernel);
	const byRecord = answersByRecord(inputs);
	const changes = inputs.map(plan);
	if (!byRecord) refuseAll(changes);

	const results: object[] = [];
	const errors: ErrorEntry[] = [];
	const missing: string[] = [];
	changes.forEach((change, index) => {
		const { traceId } = inputs[index] ?? {};
		if ('apply' in change) {
			const result = change.apply();
			results.push(traceId === undefined ? result : { ...result, objectWriteTraceId: traceId });
		} else if (change.refusal.kind === 'missing') {
			missing.push(change.refusal.id);
		} else {
			errors.push(recordError(change.refusal, traceId ?? ''));
		}
	});
	if (missing.length > 0) errors.push(missingError(missing, noun));
	return batchAnswer(portal, startedAt, results, errors, success);
}

function refuseAll(changes: ReadonlyArray<Change<object>>): void {
	const refusals = changes.flatMap((change) => ('refusal' in change ? change.refusal : []));
	const problems = refusals.flatMap((refusal) =>
		refusal.kind === 'invalid' ? refusal.problems : [],
	);
	if (problems.length > 0) throw invalid(problems);
	for (const refusal of refusals) {
		if (refusal.kind !== 'rule') continue;
		throw validationError(refusal.message, { context: refusal.context });
	}
	// The vendor names no id here, unlike in the answer by record.
	if (refusals.some(({ kind }) => kind === 'conflict')) throw conflict('Contact already exists');
}

function recordError(refusal: Exclude<Refusal, { kind: 'missing' }>, traceId: string): ErrorEntry {
	if (refusal.kind === 'conflict') {
		return {
			status: 'error',
			category: 'CONFLICT',
			message: existsMessage(refusal.existingId),
			context: { objectWriteTraceId: [traceId], existingId: [refusal.existingId] },
		};
	}
	if (refusal.kind === 'rule') {
		return {
			status: 'error',
			category: 'VALIDATION_ERROR',
			message: refusal.message,
			context: { ...refusal.context, objectWriteTraceId: [traceId] },
		};
	}
	return {
		status: 'error',
		category: 'VALIDATION_ERROR',
		message: problemsMessage(refusal.problems),
		errors: problemErrors(refusal.problems),
		context: { objectWriteTraceId: [traceId] },
	};
}

/** One entry for all of them, and without their trace ids: so the vendor answers. */
export function missingError(ids: string[], noun = 'CONTACT'): ErrorEntry {
	return {
		status: 'error',
		category: 'OBJECT_NOT_FOUND',
		message:
			`Could not get some ${noun} objects, they may be deleted or not exist. ` +
			'Check that ids are valid.',
		context: { ids },
	};
}
