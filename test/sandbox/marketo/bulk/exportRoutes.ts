import { batchSizeOf, bodyRecord, listOf, type Call } from '../http/input';
import { pageOf } from '../http/paging';
import { RawAnswer, type Answer, type Route } from '../http/router';
import type { MarketoState } from '../state/marketoState';
import { ExportJobs } from './exportJobs';
import { orderOf } from './exportOrder';

const BASE = '/bulk/v1/program/members/export';

/** https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/rest/bulk-extract/bulk-program-member-extract */
export function exportRoutes(state: MarketoState): Route[] {
	const jobs = new ExportJobs(state);
	const permissions = ['Read-Only Lead', 'Read-Write Lead'];
	const read = { method: 'GET', write: false, permissions } as const;
	const write = { method: 'POST', write: true, permissions } as const;
	const one = `${BASE}/:exportId`;
	return [
		{ ...read, path: `${BASE}.json`, handle: (call) => list(jobs, call) },
		{
			...write,
			path: `${BASE}/create.json`,
			handle: (call) => ({ result: [jobs.row(jobs.create(orderOf(state, bodyRecord(call))))] }),
		},
		{
			...write,
			path: `${one}/enqueue.json`,
			body: 'any',
			handle: (call) => {
				const job = jobs.find(call.params.exportId);
				jobs.enqueue(job);
				return { result: [jobs.row(job)] };
			},
		},
		{
			...write,
			path: `${one}/cancel.json`,
			body: 'any',
			handle: (call) => {
				const job = jobs.find(call.params.exportId);
				job.cancelled = true;
				return { result: [jobs.row(job)] };
			},
		},
		{
			...read,
			path: `${one}/status.json`,
			handle: (call) => ({ result: [jobs.row(jobs.find(call.params.exportId))] }),
		},
		{ ...read, path: `${one}/file.json`, handle: (call) => file(jobs, call) },
	];
}

function list(jobs: ExportJobs, call: Call): Answer {
	const wanted = listOf(call.query.status?.toLowerCase(), 'status');
	const rows = jobs.all
		.map((job) => jobs.row(job))
		.filter(({ status }) => wanted.length === 0 || wanted.includes(String(status).toLowerCase()));
	const page = pageOf(rows, batchSizeOf(call), call.query.nextPageToken);
	return { result: page.rows, ...page.next };
}

/** Whole, or the part that header Range asks for. */
function file(jobs: ExportJobs, call: Call): RawAnswer {
	const content = jobs.fileOf(jobs.find(call.params.exportId));
	const range = /^bytes=(\d+)-(\d*)$/.exec(String(call.headers.range ?? ''));
	if (range === null) return new RawAnswer(200, 'text/csv', content);
	const from = Number(range[1]);
	const to = Math.min(range[2] === '' ? content.length - 1 : Number(range[2]), content.length - 1);
	return new RawAnswer(206, 'text/csv', content.subarray(from, to + 1), {
		'content-range': `bytes ${from}-${to}/${content.length}`,
	});
}
