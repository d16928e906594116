import { MarketoError, standardError } from '../http/errors';
import { integer, requiredQuery, type Call, type JsonRecord } from '../http/input';
import { RawAnswer, type Answer, type Route } from '../http/router';
import { programOf } from '../members/lookup';
import type { MarketoState } from '../state/marketoState';
import { readRows, separatorOf, writeRows } from './csv';
import { runImport, type ImportFile, type ImportRemark, type ImportResult } from './importJob';

/** How long an import waits, on the sandbox's clock. */
const QUEUED_MS = 2_000;
const FIRST_BATCH = 1040;
const MAX_JOBS = 10;

interface ImportJob {
	batchId: number;
	/** Epoch milliseconds. */
	createdAt: number;
	run(): ImportResult;
	result?: ImportResult;
	file: ImportFile;
}

/** https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/rest/bulk-import/bulk-program-member-import */
export function importRoutes(state: MarketoState): Route[] {
	const jobs: ImportJob[] = [];
	const permissions = ['Read-Write Lead'];
	const read = { method: 'GET', write: false, permissions } as const;
	const one = '/bulk/v1/program/members/import/:batchId';
	const find = (call: Call): ImportJob => {
		const job = jobs.find(({ batchId }) => batchId === integer(call.params.batchId, 'batchId'));
		if (job === undefined) throw new MarketoError('1013', 'Batch not found');
		return job;
	};
	return [
		{
			method: 'POST',
			path: '/bulk/v1/program/:programId/members/import.json',
			write: true,
			permissions,
			body: 'multipart',
			handle: (call) => create(state, jobs, call),
		},
		{ ...read, path: `${one}/status.json`, handle: (call) => status(state, find(call)) },
		{
			...read,
			path: `${one}/failures.json`,
			handle: (call) => remarks(find(call), 'failures', 'Import Failure Reason'),
		},
		{
			...read,
			path: `${one}/warnings.json`,
			handle: (call) => remarks(find(call), 'warnings', 'Import Warning Reason'),
		},
	];
}

async function create(state: MarketoState, jobs: ImportJob[], call: Call): Promise<Answer> {
	const program = programOf(state, call);
	const separator = separatorOf(requiredQuery(call, 'format'));
	if (separator === undefined) throw new MarketoError('1003', 'Invalid value for format');
	const statusName = requiredQuery(call, 'programMemberStatus');
	const statuses = state.channelOf(program)?.progressionStatuses ?? [];
	if (!statuses.some(({ name }) => name === statusName)) {
		throw new MarketoError('1025', 'Program status not found');
	}
	if (jobs.filter(({ result }) => result === undefined).length >= MAX_JOBS) {
		throw new MarketoError('1016', 'Too many imports');
	}
	const [head = [], ...rows] = readRows(await fileOf(call), separator);
	if (!head.includes('email')) throw new MarketoError('1003', "Column 'email' is missing");
	const file: ImportFile = { head, rows, separator };
	const job: ImportJob = {
		batchId: FIRST_BATCH + jobs.length,
		createdAt: state.kernel.now(),
		run: () => runImport(state, program, statusName, file),
		file,
	};
	jobs.push(job);
	return { result: [{ ...idsOf(job), status: 'Queued' }] };
}

/** @throws MarketoError 613 */
async function fileOf(call: Call): Promise<string> {
	if (!Buffer.isBuffer(call.body)) throw standardError('613');
	const headers = { 'content-type': String(call.headers['content-type']) };
	try {
		const form = await new Response(new Uint8Array(call.body), { headers }).formData();
		const file = form.get('file');
		if (file !== null && typeof file !== 'string') return await file.text();
	} catch {
		// Said below.
	}
	throw standardError('613');
}

const idsOf = ({ batchId }: ImportJob): JsonRecord => ({ batchId, importId: String(batchId) });

/** An import runs once somebody looks at it after its time. */
function status(state: MarketoState, job: ImportJob): Answer {
	if (job.result === undefined && state.kernel.now() - job.createdAt < QUEUED_MS) {
		return { result: [{ ...idsOf(job), status: 'Queued' }] };
	}
	job.result ??= job.run();
	const { imported, failures, warnings } = job.result;
	const start = failures.length > 0 ? 'Import completed with errors' : 'Import succeeded';
	const failed = failures.length > 0 ? `, ${failures.length} failed` : '';
	const warned = warnings.length > 0 ? `, ${warnings.length} warning.` : '';
	return {
		result: [
			{
				...idsOf(job),
				status: 'Complete',
				numOfLeadsProcessed: imported,
				numOfRowsFailed: failures.length,
				numOfRowsWithWarning: warnings.length,
				message: `${start}, ${imported} records imported (${imported} members)${failed}${warned}`,
			},
		],
	};
}

/** The rows in question as they came, with the reason in one more column. */
function remarks(job: ImportJob, kind: 'failures' | 'warnings', title: string): RawAnswer {
	const list: ImportRemark[] = job.result?.[kind] ?? [];
	const rows = [[...job.file.head, title], ...list.map(({ row, reason }) => [...row, reason])];
	return new RawAnswer(200, 'text/csv', Buffer.from(writeRows(rows, job.file.separator)));
}
