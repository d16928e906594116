import type { HubSpotFileState } from '../../contract';
import type { Kernel } from '../../kernel/kernel';
import { isoNow } from '../context';
import { conflict, validationError } from '../http/errors';
import type { Digest } from './multipart';
import type { FileOptions } from './options';

const DEFAULT_MAX_BYTES = 2 * 1024 ** 3;

/** A file that is to be put into the portal. */
export interface NewFile extends Digest {
	/** With its extension. */
	fileName: string;
	folderPath: string;
	contentType: string;
	options: FileOptions;
	sourceUrl?: string;
}

/** The portal's files, archived ones too. */
export class FileStore {
	readonly byId = new Map<string, HubSpotFileState>();
	private nextId = 201_000_000_001;

	constructor(
		private readonly kernel: Kernel,
		private readonly maxBytes: () => number | undefined,
	) {}

	find(id: string): HubSpotFileState | undefined {
		const file = this.byId.get(id);
		return file?.archivedAt === undefined ? file : undefined;
	}

	list(): HubSpotFileState[] {
		return [...this.byId.values()].filter(({ archivedAt }) => archivedAt === undefined);
	}

	/** @throws HubSpotError 400 */
	refuseSize(bytes: number): void {
		const maximum = this.maxBytes() ?? DEFAULT_MAX_BYTES;
		if (bytes <= maximum) return;
		throw validationError(
			`The file is too large: ${bytes} bytes, the maximum for this account is ${maximum} bytes`,
			{ subCategory: 'FILE_TOO_LARGE' },
		);
	}

	/**
	 * Puts a file there by the rules for duplicates (the same contents) and for names that are taken.
	 * https://developers.hubspot.com/docs/api-reference/files-files-v3/guide#upload-a-file
	 * @throws HubSpotError 400 too large, 409 a duplicate that is to be rejected
	 */
	put(given: NewFile): HubSpotFileState {
		this.refuseSize(given.size);
		const { strategy, scope, overwrite } = given.options;
		const folder = folderOf(given.folderPath);
		const same = this.list().find(
			(file) =>
				file.sha256 === given.sha256 &&
				(scope === 'ENTIRE_PORTAL' || parentOf(file.path) === folder),
		);
		if (same !== undefined && strategy === 'RETURN_EXISTING') return same;
		if (same !== undefined && strategy === 'REJECT') {
			throw conflict(`A file with the same contents exists already: ${same.id}`);
		}
		const taken = this.list().find(({ path }) => path === `${folder}/${given.fileName}`);
		if (taken !== undefined && overwrite) {
			return Object.assign(taken, this.factsOf(given), { createdAt: taken.createdAt });
		}
		const file = { id: String(this.nextId++), ...this.factsOf(given) };
		const path = this.freePath(folder, file.name, file.extension);
		const made = { ...file, path, name: nameOf(path) };
		this.byId.set(made.id, made);
		return made;
	}

	archive(file: HubSpotFileState): void {
		file.archivedAt ??= isoNow(this.kernel);
	}

	private factsOf(given: NewFile): Omit<HubSpotFileState, 'id'> {
		const now = isoNow(this.kernel);
		const path = `${folderOf(given.folderPath)}/${given.fileName}`;
		const { ttl, access } = given.options;
		return {
			name: nameOf(path),
			extension: extensionOf(path),
			path,
			access,
			size: given.size,
			sha256: given.sha256,
			content: given.content,
			contentType: given.contentType,
			createdAt: now,
			updatedAt: now,
			...(given.sourceUrl === undefined ? {} : { sourceUrl: given.sourceUrl }),
			...(ttl === undefined ? {} : { ttl }),
		};
	}

	/** `recording-1.mp4` beside `recording.mp4`, as HubSpot counts. */
	private freePath(folder: string, name: string, extension: string): string {
		const taken = new Set(this.list().map(({ path }) => path));
		const end = extension === '' ? '' : `.${extension}`;
		let path = `${folder}/${name}${end}`;
		for (let count = 1; taken.has(path); count += 1) path = `${folder}/${name}-${count}${end}`;
		return path;
	}
}

/** `/webinars/2026`; '' is the root. */
export function folderOf(path: string): string {
	const parts = path.split('/').filter(Boolean);
	return parts.length === 0 ? '' : `/${parts.join('/')}`;
}

export function parentOf(path: string): string {
	return path.slice(0, path.lastIndexOf('/'));
}

function nameOf(path: string): string {
	const file = path.slice(path.lastIndexOf('/') + 1);
	return file.includes('.') ? file.slice(0, file.lastIndexOf('.')) : file;
}

function extensionOf(path: string): string {
	const file = path.slice(path.lastIndexOf('/') + 1);
	return file.includes('.') ? file.slice(file.lastIndexOf('.') + 1).toLowerCase() : '';
}
