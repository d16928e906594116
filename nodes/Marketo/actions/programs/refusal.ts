import { explain, type Reason } from '../../../shared/model/reasons';

/** Why an item has no program to work with. */
export interface ProgramRefusal {
	reason: Extract<
		Reason,
		'programNotFound' | 'wrongChannel' | 'webinarAlreadyConnected' | 'webinarNotConnected'
	>;
	message: string;
	/** What to do next. */
	repair: string;
}

export function refusal(
	reason: ProgramRefusal['reason'],
	message: string,
	repair = explain(reason).repair,
): ProgramRefusal {
	return { reason, message, repair };
}
