import type { IExecuteFunctions } from 'n8n-workflow';

import type { Reason } from '../model/reasons';
import { VendorError } from '../transport/vendorError';

export type Attempted<T> = { ok: true; value: T } | { ok: false; error: VendorError };

/** One run of an operation: what concerns all its webinars. */
export class Run {
	/** Why nobody is tried any more: the account's daily limit, a network that is gone. */
	stopped: VendorError | null = null;
	/** Something has been written: from then on nothing is thrown, or it would be told of nobody. */
	wrote = false;

	/** @param concernsEverybody which refusals would be the same for every other person of the run */
	constructor(
		readonly context: IExecuteFunctions,
		private readonly concernsEverybody: (error: VendorError) => boolean = isCredential,
	) {}

	/**
	 * The result, or the platform's refusal as a value. What concerns everybody before anything was
	 * written (the credential, a cancelled execution, a defect of ours) is thrown on.
	 */
	async attempt<T>(work: () => Promise<T>): Promise<Attempted<T>> {
		if (this.stopped !== null) return { ok: false, error: this.stopped };
		return await this.look(work);
	}

	/** The same also after the run has stopped: what was sent before is looked for. */
	async look<T>(work: () => Promise<T>): Promise<Attempted<T>> {
		return await work().then(
			(value): Attempted<T> => ({ ok: true, value }),
			(error: unknown): Attempted<T> => {
				if (!(error instanceof VendorError)) throw error;
				const everybodys = this.concernsEverybody(error);
				if (everybodys && !this.wrote) throw error;
				if (everybodys || stopsRun(error)) this.stopped = error;
				return { ok: false, error };
			},
		);
	}
}

function isCredential({ details }: VendorError): boolean {
	return details.failure?.cause === 'credential-invalid';
}

/** Status 0 = no answer came, after all tries. */
function stopsRun({ details: { reason, status } }: VendorError): boolean {
	return reason === 'dailyLimit' || (reason === 'temporarilyUnavailable' && status === 0);
}

const ABOUT_WEBINAR: readonly Reason[] = [
	'registrationClosed',
	'registrationNotEnabled',
	'webinarFull',
	'webinarNotFound',
	'notAWebinar',
	'zoomEventsWebinar',
	'otherAccount',
	'permissionMissing',
];

/** Whether a refusal concerns everybody who is to be written to this webinar. */
export function isAboutWebinar({ details }: VendorError): boolean {
	return (
		ABOUT_WEBINAR.includes(details.reason) || details.failure?.cause === 'configuration-invalid'
	);
}

/** One webinar, or occurrences of it, to which people are written; other ones go on without it. */
export class Door {
	/** The platform's refusal that holds for everybody here. */
	private closed: VendorError | null = null;

	constructor(readonly run: Run) {}

	/**
	 * As `Run.attempt`; after a refusal that closes, nothing is sent any more.
	 * @param closes which refusals hold for everybody here
	 */
	async attempt<T>(work: () => Promise<T>, closes = isAboutWebinar): Promise<Attempted<T>> {
		if (this.closed !== null) return { ok: false, error: this.closed };
		const attempted = await this.run.attempt(work);
		if (!attempted.ok && closes(attempted.error)) this.closed = attempted.error;
		return attempted;
	}
}
