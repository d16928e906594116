import type { IDataObject, IExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';

/** What happens to one call that registers. */
export type Fate = 'well' | 'lostBefore' | 'lostAfter' | 'refused' | 'partlyTold';

export interface FakeRow {
	id: string;
	email: string;
	first_name: string;
	status: 'approved' | 'pending' | 'denied';
	create_time: string;
	join_url: string;
}

interface Answer {
	statusCode: number;
	headers: IDataObject;
	body: unknown;
}

export interface FakeOptions {
	items: IDataObject[];
	/** Type of the webinar; 5 takes batches. */
	type?: number;
	approvalType?: number;
	registered?: FakeRow[];
	/** Of the calls that register, in their order; afterwards all goes well. */
	fates?: Fate[];
	options?: IDataObject;
	/** Zoom's code and words where the fate is `refused`. */
	refusal?: { code: number; message: string };
}

let accounts = 0;

/** A webinar of Zoom's in memory, and the context of a node that calls it. */
export class FakeZoom {
	readonly rows: Map<string, FakeRow>;
	/** Addresses of each call that registers, whatever became of it. */
	readonly calls: string[][] = [];
	/** Every other call, `METHOD path`. */
	readonly reads: string[] = [];
	private readonly fates: Fate[];
	// Zoom's limits are counted per account: a new one starts with a free window.
	private readonly account = `account-${(accounts += 1)}`;

	constructor(private readonly given: FakeOptions) {
		this.rows = new Map((given.registered ?? []).map((row) => [row.email, row]));
		this.fates = [...(given.fates ?? [])];
	}

	/** The parts of n8n's context that the operation uses. */
	context(): IExecuteFunctions {
		const context: unknown = {
			getNode: () => ({ parameters: {} }),
			getCredentials: async () => ({
				apiUrl: 'https://api.zoom.us/v2',
				region: 'global',
				accountId: this.account,
			}),
			getNodeParameter: (name: string, index: number, fallback: unknown) =>
				name === 'options'
					? (this.given.options ?? {})
					: (this.given.items[index]?.[name] ?? fallback),
			getExecutionCancelSignal: () => undefined,
			helpers: {
				httpRequestWithAuthentication: async (_type: string, request: IHttpRequestOptions) =>
					this.answer(request),
			},
		};
		return context as IExecuteFunctions;
	}

	private answer({ method, url, qs, body }: IHttpRequestOptions): Answer {
		const path = url.replace('https://api.zoom.us/v2', '');
		const sent = (body ?? {}) as { registrants?: IDataObject[] } & IDataObject;
		if (method === 'POST') {
			return path.endsWith('/batch_registrants')
				? this.register(sent.registrants ?? [], (rows) => ({ registrants: rows.map(brief) }))
				: this.register([sent], ([row]) => brief(row!));
		}
		this.reads.push(`${method} ${path}`);
		if (path.endsWith('/questions')) return well({ questions: [], custom_questions: [] });
		if (path.endsWith('/registrants')) {
			const rows = [...this.rows.values()].filter(({ status }) => status === qs?.status);
			return well({ registrants: rows, total_records: rows.length, next_page_token: '' });
		}
		const single = /\/registrants\/(.+)$/.exec(path);
		if (single) return well([...this.rows.values()].find(({ id }) => id === single[1]) ?? {});
		const { type = 5, approvalType = 0 } = this.given;
		return well({ type, settings: { approval_type: approvalType } });
	}

	private register(people: IDataObject[], tell: (rows: FakeRow[]) => object): Answer {
		this.calls.push(people.map(({ email }) => String(email)));
		const fate = this.fates.shift() ?? 'well';
		if (fate === 'lostBefore') throw new Error('socket hang up');
		if (fate === 'refused') {
			const body = this.given.refusal ?? { code: 300, message: 'Validation Failed.' };
			return { statusCode: 400, headers: {}, body };
		}
		const rows = people.map((person) => this.row(person));
		if (fate === 'lostAfter') throw new Error('socket hang up');
		const told = fate === 'partlyTold' ? rows.slice(0, 1) : rows;
		return { ...well(tell(told)), statusCode: 201 };
	}

	private row({ email, first_name }: IDataObject): FakeRow {
		const known = this.rows.get(String(email));
		if (known !== undefined) return known;
		const id = `r${this.rows.size + 1}`;
		const row: FakeRow = {
			id,
			email: String(email),
			first_name: String(first_name),
			status: this.given.approvalType === 1 ? 'pending' : 'approved',
			create_time: new Date().toISOString(),
			join_url: `https://zoom.us/w/1?tk=${id}`,
		};
		this.rows.set(row.email, row);
		return row;
	}
}

function brief({ email, id, join_url }: FakeRow): IDataObject {
	return { email, registrant_id: id, join_url };
}

function well(body: object): Answer {
	return { statusCode: 200, headers: {}, body };
}
