import { explain, type Reason } from '../../../shared/model/reasons';
import { VendorError } from '../../../shared/transport/vendorError';

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

/** The same as an error, of operations that read. */
export function errorOf({ reason, message, repair }: ProgramRefusal): VendorError {
	return new VendorError({ vendor: 'marketo', status: 0, code: '', message, repair, reason });
}
