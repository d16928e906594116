import type { IExecuteFunctions } from 'n8n-workflow';

import { marketoAccount } from '../../transport/credential';

/** An n8n that runs for years must not grow for ever. */
const MOST = 2000;

/** Workflow, account and webinar -> program, in this process; what was found longest ago comes first. */
const programs = new Map<string, number>();

/**
 * The programs of webinars that earlier runs of the workflow have found. It only saves calls: what it
 * says is verified by the program's own tokens. It is not static data of the workflow: n8n saves all of
 * that at the end of a run, as it was at its beginning, and so takes back what a polling trigger of the
 * workflow has noted meanwhile.
 */
export class ProgramMemory {
	private constructor(private readonly prefix: string) {}

	static async open(context: IExecuteFunctions): Promise<ProgramMemory> {
		const { rateKey } = await marketoAccount(context);
		return new ProgramMemory(`${context.getWorkflow().id ?? ''} ${rateKey}`);
	}

	/** @param webinar `webinarId` or `webinarId.occurrenceId` */
	get(webinar: string): number | undefined {
		return programs.get(this.keyOf(webinar));
	}

	set(webinar: string, programId: number): void {
		const key = this.keyOf(webinar);
		programs.delete(key);
		programs.set(key, programId);
		const [oldest] = programs.keys();
		if (programs.size > MOST && oldest !== undefined) programs.delete(oldest);
	}

	forget(webinar: string): void {
		programs.delete(this.keyOf(webinar));
	}

	private keyOf(webinar: string): string {
		return `${this.prefix} ${webinar}`;
	}
}
