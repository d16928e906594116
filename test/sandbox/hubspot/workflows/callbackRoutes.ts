import { HubSpotError, notFound, validationError } from '../http/errors';
import { inputsOf, record, requireFields, text, type Call, type JsonRecord } from '../http/input';
import type { Route } from '../http/router';
import type { HubSpotWorkflows } from './contract';
import type { ActionEnrollment } from './enrollment';

const FINAL = ['SUCCESS', 'FAIL_CONTINUE'];

/** https://developers.hubspot.com/docs/api-reference/automation-actions-v4-v4/guide#asynchronous-custom-action-execution */
export function callbackRoutes(
	find: (callbackId: string) => ActionEnrollment | undefined,
	unsure: HubSpotWorkflows['unsure'],
): Route[] {
	const common = { method: 'POST', write: true, scopes: ['automation'] } as const;
	const roots = [
		'/automation/v4/actions/callbacks',
		'/automation/actions/callbacks/2026-03',
		'/automation/actions/callbacks/2026-09',
	];

	/** @throws 404 for what is unknown, over, or another app's */
	function open({ app }: Call, callbackId: string): ActionEnrollment {
		const enrollment = find(callbackId);
		const isKnown = enrollment?.appId === app.id && enrollment.state !== 'expired';
		if (!enrollment || !isKnown) throw notFound(`No callback found with ID ${callbackId}`);
		// HubSpot's documents do not say what comes before the answer that blocks: here it is the end already.
		if (enrollment.state === 'waiting' || enrollment.state === 'sending') return enrollment;
		throw unsure.secondCompletion === 404
			? notFound(`No callback found with ID ${callbackId}`)
			: new HubSpotError(400, `The callback ${callbackId} has already been completed`, {
					category: 'VALIDATION_ERROR',
				});
	}

	function outputsOf(completion: JsonRecord): JsonRecord {
		requireFields(completion, [
			'outputFields',
			...(unsure.typedOutputsRequired ? ['typedOutputs'] : []),
		]);
		const outputs = record(completion.outputFields);
		const isText = Object.values(outputs).every((value) => typeof value === 'string');
		if (!isText) throw validationError('Invalid input JSON: outputFields holds texts only');
		const { hs_execution_state: state = 'SUCCESS' } = outputs;
		if (FINAL.includes(String(state))) return outputs;
		throw validationError(`hs_execution_state must be one of ${FINAL.join(', ')}, not ${state}`);
	}

	return [
		{
			...common,
			paths: roots.map((root) => `${root}/:callbackId/complete`),
			handle: (call) => {
				const outputs = outputsOf(record(call.body));
				open(call, call.params.callbackId ?? '').complete(outputs);
				return { status: 204 };
			},
		},
		{
			...common,
			paths: roots.map((root) => `${root}/complete`),
			handle: (call) => {
				// One bad callback refuses the batch: the answer has no room to name it.
				const completions = inputsOf(call.body).map((input) => ({
					enrollment: open(call, text(input, 'callbackId')),
					outputs: outputsOf(input),
				}));
				for (const { enrollment, outputs } of completions) enrollment.complete(outputs);
				return { status: 204 };
			},
		},
	];
}
