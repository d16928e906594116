import { createHash, randomUUID } from 'node:crypto';
import { leadDate } from '../http/dates';
import { MarketoError } from '../http/errors';
import type { JsonRecord } from '../http/input';
import type { MarketoState } from '../state/marketoState';
import type { ExportOrder } from './exportOrder';
import { exportFile } from './exportFile';

/** How long a job waits and runs, on the sandbox's clock. */
const QUEUED_MS = 5_000;
const PROCESSING_MS = 5_000;
const MAX_JOBS = 12;
const KEPT_MS = 7 * 24 * 60 * 60 * 1000;

export interface ExportJob {
	exportId: string;
	order: ExportOrder;
	/** Epoch milliseconds. */
	createdAt: number;
	queuedAt?: number;
	cancelled: boolean;
	file?: Buffer;
}

type Status = 'Created' | 'Queued' | 'Processing' | 'Cancelled' | 'Completed';

/** Bulk Program Member Extract: made, queued, run, kept for seven days. */
export class ExportJobs {
	readonly all: ExportJob[] = [];

	constructor(private readonly state: MarketoState) {}

	create(order: ExportOrder): ExportJob {
		const job = {
			exportId: randomUUID(),
			order,
			createdAt: this.state.kernel.now(),
			cancelled: false,
		};
		this.all.push(job);
		return job;
	}

	/** @throws MarketoError 1013 */
	find(exportId: string): ExportJob {
		const job = this.all.find((one) => one.exportId === exportId);
		const now = this.state.kernel.now();
		if (job === undefined || now - job.createdAt > KEPT_MS) {
			throw new MarketoError('1013', `Export '${exportId}' not found`);
		}
		return job;
	}

	/** @throws MarketoError 1029 */
	enqueue(job: ExportJob): void {
		const waiting = this.all.filter((one) => ['Queued', 'Processing'].includes(this.statusOf(one)));
		if (waiting.length >= MAX_JOBS) throw new MarketoError('1029', 'Too many jobs in queue');
		if (this.statusOf(job) !== 'Created') throw new MarketoError('1029', 'Export already queued');
		job.queuedAt = this.state.kernel.now();
	}

	statusOf(job: ExportJob): Status {
		if (job.cancelled) return 'Cancelled';
		if (job.queuedAt === undefined) return 'Created';
		const since = this.state.kernel.now() - job.queuedAt;
		if (since < QUEUED_MS) return 'Queued';
		return since < QUEUED_MS + PROCESSING_MS ? 'Processing' : 'Completed';
	}

	/** @throws MarketoError 1003 before the job is done */
	fileOf(job: ExportJob): Buffer {
		if (this.statusOf(job) !== 'Completed') {
			throw new MarketoError('1003', 'Export is not completed yet');
		}
		job.file ??= Buffer.from(exportFile(this.state, job.order));
		return job.file;
	}

	row(job: ExportJob): JsonRecord {
		const status = this.statusOf(job);
		const date = (time: number): string => leadDate(new Date(time).toISOString());
		const { queuedAt } = job;
		const row: JsonRecord = {
			exportId: job.exportId,
			format: job.order.format,
			status,
			createdAt: date(job.createdAt),
		};
		if (queuedAt === undefined || status === 'Cancelled') return row;
		row.queuedAt = date(queuedAt);
		if (status === 'Queued') return row;
		row.startedAt = date(queuedAt + QUEUED_MS);
		if (status !== 'Completed') return row;
		const file = this.fileOf(job);
		const checksum = createHash('sha256').update(file).digest('hex');
		return {
			...row,
			finishedAt: date(queuedAt + QUEUED_MS + PROCESSING_MS),
			numberOfRecords: file.toString('utf8').split('\n').length - 2,
			fileSize: file.length,
			fileChecksum: `sha256:${checksum}`,
		};
	}
}
