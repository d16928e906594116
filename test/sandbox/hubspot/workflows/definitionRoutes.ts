import type { Portal } from '../context';
import { notFound, validationError } from '../http/errors';
import { queryFlag, record, type Call, type JsonRecord } from '../http/input';
import { pageOf } from '../http/paging';
import type { Route } from '../http/router';
import type { Definitions, StoredAction } from './definitions';
import { definitionProblems } from './problems';

const READ = ['developers-read'];
const WRITE = ['developers-write'];

const paths = (rest: string) =>
	['/automation/v4/actions', '/automation/actions/2026-03', '/automation/actions/2026-09'].map(
		(root) => `${root}/:appId${rest}`,
	);

/**
 * Custom workflow actions of legacy apps; those of projects come by upload.
 * https://developers.hubspot.com/docs/api-reference/automation-actions-v4-v4/guide
 */
export function definitionRoutes({ kernel }: Portal, definitions: Definitions): Route[] {
	const one = paths('/:definitionId');
	const read = { access: 'developer', write: false, scopes: READ } as const;
	const write = { access: 'developer', write: true, scopes: WRITE } as const;
	const existing = (call: Call) => {
		ownApp(call);
		const found = definitions.actions.find(
			({ id, archivedAt }) =>
				id === call.params.definitionId &&
				(archivedAt !== undefined) === queryFlag(call, 'archived'),
		);
		if (!found) throw notFound();
		return found;
	};
	return [
		{
			...read,
			method: 'GET',
			paths: paths(''),
			handle: (call) => {
				ownApp(call);
				const isArchived = queryFlag(call, 'archived');
				const rows = definitions.actions.filter(
					({ archivedAt }) => (archivedAt !== undefined) === isArchived,
				);
				const page = pageOf(call, rows, ({ id }) => id, {
					fallback: 10,
					maximum: 100,
					link: 'https://api.hubapi.com/automation/v4/actions',
				});
				return { status: 200, body: { ...page, results: page.results.map(answerOf) } };
			},
		},
		{
			...write,
			method: 'POST',
			paths: paths(''),
			handle: (call) => {
				ownApp(call);
				const form = checked(record(call.body));
				return { status: 201, body: answerOf(definitions.add(form)) };
			},
		},
		{
			...read,
			method: 'GET',
			paths: one,
			handle: (call) => ({ status: 200, body: answerOf(existing(call)) }),
		},
		{
			...write,
			method: 'PATCH',
			paths: one,
			handle: (call) => {
				const action = existing(call);
				const changes = record(call.body);
				checked({ ...action.form, ...changes });
				definitions.change(action, changes);
				return { status: 200, body: answerOf(action) };
			},
		},
		{
			...write,
			method: 'DELETE',
			paths: one,
			handle: (call) => {
				existing(call).archivedAt = kernel.now();
				return { status: 204 };
			},
		},
	];
}

/** @throws 404 for the app of somebody else */
function ownApp({ params, app }: Call): void {
	if (params.appId !== String(app.id)) throw notFound();
}

/** @throws 400 */
function checked(form: JsonRecord): JsonRecord {
	const problems = 'config' in form ? ['the API takes no project file'] : definitionProblems(form);
	if (problems.length > 0) throw validationError(problems.join('; '));
	return form;
}

function answerOf({ id, revisionId, form, definition, archivedAt }: StoredAction): JsonRecord {
	return {
		...form,
		id,
		revisionId,
		published: definition.published,
		functions: [],
		...(archivedAt === undefined ? {} : { archivedAt }),
	};
}
