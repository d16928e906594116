import { setTimeout as wait } from 'node:timers/promises';
import type { Attempt, Enrollment, EnrollmentState } from './contract';
import type { ActionDefinition } from './definition';
import { recordOf } from './definition';
import { isSuccess } from './deliver';
import { durationMs } from './duration';
import { branchOf, messageOf, readOutputs, type Outputs } from './outcome';
import { parsedJson } from './json';
import type { JsonRecord } from '../http/input';

/** A blocked workflow goes on after a week, unless the answer says when. */
const EXPIRATION_MS = 7 * 86_400_000;
/** For a busy machine; less than jest's. */
const PATIENCE_MS = 90_000;
const LOOK_EVERY_MS = 5;

/** One contact at one action: what was sent and answered, and how it ended. */
export class ActionEnrollment implements Enrollment {
	readonly attempts: Attempt[] = [];
	readonly complaints: string[] = [];
	outputFields: Record<string, string> = {};
	expiresAt: number | undefined;
	private stage: Exclude<EnrollmentState, 'expired'> = 'sending';

	constructor(
		readonly callbackId: string,
		/** Only this app may complete it. */
		readonly appId: number,
		private readonly definition: ActionDefinition,
		private readonly inputFields: Record<string, string>,
		private readonly now: () => number,
	) {}

	get state(): EnrollmentState {
		const isLate = this.expiresAt !== undefined && this.now() >= this.expiresAt;
		return this.stage === 'waiting' && isLate ? 'expired' : this.stage;
	}

	get message(): string | undefined {
		const fields = { ...this.inputFields, ...this.outputFields };
		return messageOf(this.definition, this.outputFields, fields);
	}

	branch(outputField: string): string | undefined {
		return branchOf(this.definition, this.outputFields, outputField);
	}

	/** An action that HubSpot does not even call. */
	refuse(complaint: string): void {
		this.complaints.push(complaint);
		this.stage = 'failed';
	}

	/** What the action's URL answered last. A callback that was faster has the last word. */
	answer(attempt: Attempt | undefined): void {
		if (this.stage !== 'sending') return;
		if (!attempt || !isSuccess(attempt)) {
			this.stage = 'failed';
			return;
		}
		const body = parsedJson(attempt.body);
		const { executionState = 'SUCCESS', expiration } = this.take(
			recordOf(recordOf(body).outputFields),
		);
		if (executionState !== 'BLOCK') {
			this.end(executionState);
			return;
		}
		const duration = expiration === undefined ? EXPIRATION_MS : durationMs(expiration);
		if (duration === undefined) this.complaints.push(`${expiration} is no ISO 8601 duration`);
		this.expiresAt = this.now() + (duration ?? EXPIRATION_MS);
		this.stage = 'waiting';
	}

	/** The callback; whether it may come is the caller's to know. */
	complete(outputFields: JsonRecord): void {
		this.end(this.take(outputFields).executionState ?? 'SUCCESS');
	}

	async answered(timeoutMs = PATIENCE_MS): Promise<this> {
		return await this.until((state) => state !== 'sending', timeoutMs);
	}

	async settled(timeoutMs = PATIENCE_MS): Promise<this> {
		return await this.until((state) => state !== 'sending' && state !== 'waiting', timeoutMs);
	}

	private take(outputFields: JsonRecord): Outputs {
		const outputs = readOutputs(this.definition, outputFields);
		this.complaints.push(...outputs.complaints);
		Object.assign(this.outputFields, outputs.values);
		return outputs;
	}

	private end(executionState: string): void {
		if (executionState !== 'SUCCESS' && executionState !== 'FAIL_CONTINUE') {
			this.complaints.push(`There is no hs_execution_state ${executionState}`);
		}
		this.stage = executionState === 'SUCCESS' ? 'succeeded' : 'failed';
	}

	private async until(isIt: (state: EnrollmentState) => boolean, timeoutMs: number): Promise<this> {
		for (const end = Date.now() + timeoutMs; !isIt(this.state); await wait(LOOK_EVERY_MS)) {
			if (Date.now() < end) continue;
			const seen = this.attempts.map(({ status, error }) => status ?? error).join(', ');
			throw new Error(`${this.callbackId} is still ${this.state} (attempts: ${seen || 'none'})`);
		}
		return this;
	}
}
