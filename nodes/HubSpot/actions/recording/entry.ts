import type { OutcomeResult, OutcomeStep } from '../../../shared/model/outcome';
import { explain, type Reason } from '../../../shared/model/reasons';
import { alive, type Ended } from '../../../shared/node/ended';
import { isTemporary, type VendorError } from '../../../shared/transport/vendorError';
import type { RecordingInput } from '../../mapping/recordingInput';
import type { UploadedFile } from '../../transport/files';

/** What is done for a recording, in its order. */
export const STEPS = ['file', 'call', 'transcript', 'event', 'association'] as const;

export type StepName = (typeof STEPS)[number];

export type Steps = Partial<Record<StepName, OutcomeStep>>;

/** One input item on its way: one file of a recording. */
export class Entry {
	readonly steps: Steps = {};
	/** null as long as nothing speaks against it. */
	ended: Ended | null = null;
	/** In HubSpot's file manager. */
	uploaded: UploadedFile | null = null;
	/** Record ID of the call. */
	callId = '';

	constructor(
		readonly index: number,
		readonly input: RecordingInput,
	) {}

	step(name: StepName, result: OutcomeResult, message = ''): void {
		this.steps[name] = { result, ...(message !== '' && { message }) };
	}

	/** Left out by a rule. */
	skip(reason: Reason, message = explain(reason).message): void {
		this.end({ result: 'skipped', reason, message, repair: explain(reason).repair, retryAt: null });
	}

	fail(reason: Reason, message: string, repair = explain(reason).repair, step?: StepName): void {
		if (step !== undefined) this.step(step, 'failed', message);
		this.end({ result: 'failed', reason, message, repair, retryAt: null });
	}

	/** Will work later. */
	defer(reason: Reason, message: string, retryAt: string, step?: StepName): void {
		if (step !== undefined) this.step(step, 'deferred', message);
		this.end({ result: 'deferred', reason, message, repair: explain(reason).repair, retryAt });
	}

	/** HubSpot refused a step, for good or for now. */
	refuse({ details }: VendorError, step: StepName, temporary: boolean): void {
		const { message, repair, reason, retryAt } = details;
		if (temporary && retryAt !== undefined) this.defer(reason, message, retryAt, step);
		else this.fail(reason, message, repair, step);
	}

	end(ended: Ended): void {
		this.ended ??= ended;
	}
}

/** HubSpot refused something that concerns all of these. */
export function refuseAll(entries: Iterable<Entry>, error: VendorError, step: StepName): void {
	for (const entry of alive(entries)) entry.refuse(error, step, isTemporary(error));
}
