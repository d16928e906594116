import type { MarketoInvocation } from '../../contract';
import type { StepResult } from '../context';
import type { JsonRecord } from '../json';
import type { Chunk, Secrets } from './payload';

/** One chunk of people at a service: sent, answered, called back. */
export class Invocation implements MarketoInvocation {
	readonly service: string;
	status: number | null = null;
	readonly attempts: MarketoInvocation['attempts'] = [];
	readonly callbacks: MarketoInvocation['callbacks'] = [];
	readonly complaints: string[] = [];
	/** Resolves once every person of the chunk may go on, or never will. */
	readonly results: Promise<Map<number, StepResult>>;
	private resolve: (results: Map<number, StepResult>) => void = () => undefined;
	private over = false;

	constructor(
		readonly request: JsonRecord,
		readonly chunk: Chunk,
		readonly secrets: Secrets,
	) {
		this.service = chunk.service.apiName;
		this.results = new Promise((resolve) => (this.resolve = resolve));
	}

	/** Its token has not been used and it is still waited for. */
	get isOpen(): boolean {
		return !this.over;
	}

	finish(results: Map<number, StepResult>): void {
		this.over = true;
		this.resolve(results);
	}

	/** The same for everybody of the chunk. */
	finishAll(result: StepResult): void {
		this.finish(new Map(this.chunk.leads.map(({ id }) => [id, result])));
	}
}
