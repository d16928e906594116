import type { IExecuteFunctions, IDataObject } from 'n8n-workflow';

import { asNumber, isObject } from '../../../shared/transport/json';
import { marketoAccount } from '../../transport/credential';

/** In the static data of the workflow: webinar -> program, of all nodes of the workflow. */
const KEY = 'marketoPrograms';
/** A workflow that runs for years must not grow for ever. */
const MOST = 200;

/**
 * The programs of webinars that earlier runs of the workflow have found. It only saves calls: what it
 * says is verified by the program's own tokens. n8n keeps it of production runs, not of manual ones.
 */
export class ProgramMemory {
	private constructor(
		private readonly known: IDataObject,
		private readonly account: string,
	) {}

	static async open(context: IExecuteFunctions): Promise<ProgramMemory> {
		const data = context.getWorkflowStaticData('global');
		if (!isObject(data[KEY])) data[KEY] = {};
		const { rateKey } = await marketoAccount(context);
		return new ProgramMemory(data[KEY] as IDataObject, rateKey);
	}

	/** @param webinar `webinarId` or `webinarId.occurrenceId` */
	get(webinar: string): number | undefined {
		return asNumber(this.known[this.keyOf(webinar)]);
	}

	set(webinar: string, programId: number): void {
		const key = this.keyOf(webinar);
		if (this.known[key] === programId) return;
		delete this.known[key];
		this.known[key] = programId;
		const [oldest] = Object.keys(this.known);
		if (Object.keys(this.known).length > MOST && oldest !== undefined) delete this.known[oldest];
	}

	forget(webinar: string): void {
		delete this.known[this.keyOf(webinar)];
	}

	private keyOf(webinar: string): string {
		return `${this.account} ${webinar}`;
	}
}
