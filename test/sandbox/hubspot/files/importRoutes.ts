import { isoNow, type Portal } from '../context';
import { notFound } from '../http/errors';
import type { Answer, Call } from '../http/input';
import { optionalText, record, text } from '../http/input';
import { fileImportPaths } from '../http/paths';
import type { Route } from '../http/router';
import { FileImports, statusOf, type ImportTask } from './imports';
import { fileOptions } from './options';
import { fileAnswer } from './render';
import { FILES_READ, FILES_WRITE, folderOfId } from './routes';

/** Import from a URL: https://developers.hubspot.com/docs/api-reference/files-files-v3/guide */
export function fileImportRoutes(portal: Portal): Route[] {
	const imports = new FileImports();
	return [
		{
			method: 'POST',
			paths: fileImportPaths('/import-from-url/async'),
			write: true,
			scopes: FILES_WRITE,
			handle: (call) => start(portal, imports, call),
		},
		{
			method: 'GET',
			paths: fileImportPaths('/import-from-url/async/tasks/:taskId/status'),
			write: false,
			scopes: FILES_READ,
			handle: ({ params }) => {
				const task = imports.find(params.taskId ?? '');
				if (task === undefined) throw notFound();
				return { status: 200, body: taskAnswer(portal, task) };
			},
		},
	];
}

function start(portal: Portal, imports: FileImports, call: Call): Answer {
	const body = record(call.body);
	const task = imports.start(portal, {
		url: text(body, 'url'),
		name: optionalText(body, 'name'),
		folderPath:
			optionalText(body, 'folderPath') ?? folderOfId(portal, optionalText(body, 'folderId')),
		options: fileOptions(body),
	});
	const path = `/files/v3/files/import-from-url/async/tasks/${task.taskId}/status`;
	return {
		status: 202,
		body: { id: task.taskId, links: { status: `https://api.hubapi.com${path}` } },
	};
}

function taskAnswer(portal: Portal, task: ImportTask) {
	const status = statusOf(task, portal.kernel.now());
	const startedAt = new Date(task.requestedAt).toISOString();
	const isOver = status === 'COMPLETE' || status === 'CANCELED';
	return {
		taskId: task.taskId,
		status,
		requestedAt: startedAt,
		startedAt,
		completedAt: isOver ? task.completedAt : isoNow(portal.kernel),
		...(status === 'COMPLETE' && task.file ? { result: fileAnswer(task.file, portal.world) } : {}),
		...(isOver ? { errors: task.errors, numErrors: task.errors.length } : {}),
	};
}
