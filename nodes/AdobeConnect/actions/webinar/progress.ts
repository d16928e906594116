import type { OutcomeStep } from '../../../shared/model/outcome';
import { causeOf } from '../../../shared/node/errors';

/** The parts of which a webinar is made, in their order. */
export type StepName =
	'room' | 'access' | 'passcode' | 'session' | 'expectedAttendees' | 'schedule' | 'readBack';

/** How far the writing of one webinar has come; what a half-done one is told by. */
export class Progress {
	readonly steps: Partial<Record<StepName, OutcomeStep>> = {};
	/** sco-id of the room; empty until there is one. */
	roomId = '';

	/** Takes a step and notes what became of it. @throws what the step throws */
	async take<T>(name: StepName, work: () => Promise<T>): Promise<T> {
		const done = await work().catch((error: unknown) => {
			this.note(name, { result: 'failed', message: causeOf(error).message });
			throw error;
		});
		this.steps[name] ??= { result: 'synced' };
		return done;
	}

	note(name: StepName, step: OutcomeStep): void {
		this.steps[name] = step;
	}

	/** For the outcome. */
	told(): Record<string, OutcomeStep> {
		return { ...this.steps };
	}

	/** Whether something was written. */
	hasWritten(): boolean {
		return Object.values(this.steps).some(({ result }) => result === 'synced');
	}
}
