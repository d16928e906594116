import type { HubSpotFileState } from '../../contract';
import type { Portal } from '../context';
import { notFound, validationError } from '../http/errors';
import type { Answer, Call } from '../http/input';
import { queryOne } from '../http/input';
import { pageOf } from '../http/paging';
import { fileImportPaths, filePaths } from '../http/paths';
import type { Route } from '../http/router';
import { contentOf, formOf } from './body';
import { uploadOptions } from './options';
import { fileAnswer, signedAnswer } from './render';

export const FILES_READ = ['files', 'files.ui_hidden.read'];
export const FILES_WRITE = ['files', 'files.ui_hidden.write'];

const DEFAULT_SIGNED_SECONDS = 24 * 3600;

/** https://developers.hubspot.com/docs/api-reference/files-files-v3/guide */
export function fileRoutes(portal: Portal): Route[] {
	const read = { method: 'GET', write: false, scopes: FILES_READ } as const;
	const write = { write: true, scopes: FILES_WRITE } as const;
	const named = ({ params }: Call): HubSpotFileState => {
		const file = portal.files.find(params.fileId ?? '');
		if (file === undefined) throw notFound(`No file was found for id ${params.fileId ?? ''}`);
		return file;
	};
	return [
		{ ...write, method: 'POST', paths: filePaths(''), handle: (call) => upload(portal, call) },
		{ ...read, paths: fileImportPaths('/search'), handle: (call) => search(portal, call) },
		{
			...read,
			paths: filePaths('/:fileId'),
			handle: (call) => ({ status: 200, body: fileAnswer(named(call), portal.world) }),
		},
		{
			...write,
			method: 'DELETE',
			paths: filePaths('/:fileId'),
			handle: (call) => {
				portal.files.archive(named(call));
				return { status: 204 };
			},
		},
		{
			...read,
			paths: filePaths('/:fileId/signed-url'),
			handle: (call) => {
				const given = queryOne(call, 'expirationSeconds');
				const seconds = given === undefined ? DEFAULT_SIGNED_SECONDS : Number(given);
				if (!Number.isInteger(seconds) || seconds < 1) {
					throw validationError(`expirationSeconds must be a whole number, but was ${given ?? ''}`);
				}
				const expiresAt = portal.kernel.now() + seconds * 1000;
				return { status: 200, body: signedAnswer(named(call), portal.world, expiresAt) };
			},
		},
	];
}

/** Parts `file`, `fileName`, `folderPath` or `folderId`, `options`. */
function upload(portal: Portal, call: Call): Answer {
	const { fields, files } = formOf(call.body);
	const { file } = files;
	if (file === undefined) throw validationError('file is required');
	const folderPath = fields.folderPath ?? folderOfId(portal, fields.folderId);
	const made = portal.files.put({
		fileName: withExtension(fields.fileName ?? file.filename, file.filename),
		folderPath,
		contentType: file.contentType,
		size: file.size,
		sha256: file.sha256,
		content: contentOf(file),
		options: uploadOptions(fields.options),
	});
	return { status: 201, body: fileAnswer(made, portal.world) };
}

/** A folder's id is known once a file is in it. */
export function folderOfId(portal: Portal, folderId: string | undefined): string {
	if (folderId === undefined) throw validationError('folderPath or folderId is required');
	const neighbour = portal.files
		.list()
		.find((file) => fileAnswer(file, portal.world).parentFolderId === folderId);
	if (neighbour === undefined) throw notFound(`No folder was found for id ${folderId}`);
	return neighbour.path.slice(0, neighbour.path.lastIndexOf('/'));
}

/** A given name without an extension gets that of the file. */
function withExtension(name: string, original: string): string {
	const extension = /\.[A-Za-z0-9]+$/.exec(original)?.[0] ?? '';
	return /\.[A-Za-z0-9]+$/.test(name) ? name : `${name}${extension}`;
}

/** `name` without the extension; `path` the whole path. */
function search(portal: Portal, call: Call): Answer {
	const name = queryOne(call, 'name')?.toLowerCase();
	const path = queryOne(call, 'path');
	const found = portal.files
		.list()
		.filter((file) => name === undefined || file.name.toLowerCase().includes(name))
		.filter((file) => path === undefined || file.path === path || file.path.slice(1) === path);
	const page = pageOf(call, found, ({ id }) => id, {
		fallback: 20,
		maximum: 100,
		link: 'https://api.hubapi.com/files/v3/files/search',
	});
	const results = page.results.map((file) => fileAnswer(file, portal.world));
	return { status: 200, body: { ...page, results } };
}
