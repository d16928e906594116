import type { HubSpotFileState } from '../../contract';
import { isoNow, type Portal } from '../context';
import { HubSpotError, validationError, type ErrorEntry } from '../http/errors';
import { Digester } from './multipart';
import type { FileOptions } from './options';

/** On the sandbox's clock: so long it waits, so long it is worked on at least. */
const PENDING_MS = 200;
const PROCESSING_MS = 500;

export interface ImportWish {
	url: string;
	/** Default: the last part of the URL's path. */
	name: string | undefined;
	folderPath: string;
	options: FileOptions;
}

export interface ImportTask {
	taskId: string;
	requestedAt: number;
	file?: HubSpotFileState;
	errors: ErrorEntry[];
	/** ISO UTC; undefined while it runs. */
	completedAt?: string;
}

/** Files that HubSpot fetches itself; without any header of ours. */
export class FileImports {
	private readonly tasks = new Map<string, ImportTask>();
	private nextId = 5001;

	/** @throws HubSpotError 400 for an address that the sandbox must not call */
	start(portal: Portal, wish: ImportWish): ImportTask {
		const address = addressOf(wish.url);
		const taskId = `import-${this.nextId++}`;
		const task: ImportTask = { taskId, requestedAt: portal.kernel.now(), errors: [] };
		this.tasks.set(taskId, task);
		void fetchInto(portal, task, wish, address);
		return task;
	}

	find(taskId: string): ImportTask | undefined {
		return this.tasks.get(taskId);
	}
}

/** PENDING, PROCESSING, then COMPLETE, or CANCELED with `errors`. */
export function statusOf(task: ImportTask, now: number): string {
	const age = now - task.requestedAt;
	if (age < PENDING_MS) return 'PENDING';
	if (age < PENDING_MS + PROCESSING_MS || task.completedAt === undefined) return 'PROCESSING';
	return task.errors.length === 0 ? 'COMPLETE' : 'CANCELED';
}

async function fetchInto(
	portal: Portal,
	task: ImportTask,
	wish: ImportWish,
	address: URL,
): Promise<void> {
	const { url, name, folderPath, options } = wish;
	try {
		const answer = await fetch(address);
		if (!answer.ok || answer.body === null) {
			throw validationError(`The URL answered ${answer.status}`);
		}
		const digester = new Digester();
		let size = 0;
		const reader = answer.body.getReader();
		for (let next = await reader.read(); !next.done; next = await reader.read()) {
			digester.add(Buffer.from(next.value));
			size += next.value.length;
			portal.files.refuseSize(size);
		}
		const last = decodeURIComponent(address.pathname.split('/').pop() ?? '') || 'file';
		task.file = portal.files.put({
			...digester.end(),
			fileName: name ?? last,
			folderPath,
			contentType: answer.headers.get('content-type') ?? '',
			options,
			sourceUrl: url,
		});
	} catch (error) {
		task.errors.push(entryOf(error));
	}
	task.completedAt = isoNow(portal.kernel);
}

function entryOf(error: unknown): ErrorEntry {
	const message = error instanceof Error ? error.message : String(error);
	const isOurs = error instanceof HubSpotError;
	return {
		status: 'error',
		category: 'VALIDATION_ERROR',
		message: isOurs ? message : `Could not download the file: ${message}`,
	};
}

/** Nothing but this machine is ever called. */
function addressOf(url: string): URL {
	const address = URL.canParse(url) ? new URL(url) : undefined;
	if (address === undefined || !/^https?:$/.test(address.protocol)) {
		throw validationError(`url ${url} is not a valid URL`);
	}
	if (['127.0.0.1', 'localhost', '[::1]'].includes(address.hostname)) return address;
	throw validationError(`url ${url} is outside of the sandbox`);
}
