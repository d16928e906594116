import { at, isRecord, recordsOf, type JsonRecord } from '../json';

const SUBMIT = '/submitAsyncAction';
const CALLBACK = '{$request.body#/flowComplete}';
const CALLBACK_HEADERS = ['x-api-key', 'x-callback-token'];
const SUBMIT_STATUSES = ['201', '400', '401', '403', '429', '500'];
const JSON_TYPE = 'application/json';

/** What a path of the service must answer with 200. */
interface Declared {
	path: string;
	method: 'get' | 'post';
	isRequired: boolean;
	contentType: string;
	/** Name of the schema that the answer must refer to, word for word. */
	schema?: string;
}

const PATHS: Declared[] = [
	{
		path: '/getServiceDefinition',
		method: 'get',
		isRequired: true,
		contentType: JSON_TYPE,
		schema: 'serviceDefinition',
	},
	{
		path: '/status',
		method: 'get',
		isRequired: true,
		contentType: JSON_TYPE,
		schema: 'serviceStatus',
	},
	{
		path: '/getPicklist',
		method: 'post',
		isRequired: false,
		contentType: JSON_TYPE,
		schema: 'picklistObject',
	},
	{ path: '/brandIcon', method: 'get', isRequired: false, contentType: 'image/*' },
	{ path: '/serviceIcon', method: 'get', isRequired: false, contentType: 'image/*' },
	{ path: '/providerInstructions', method: 'get', isRequired: false, contentType: 'text/html' },
];

/** Paths, methods, answers and the callback, as Adobe's schema and README ask for them. */
export function pathProblems({ paths }: JsonRecord): string[] {
	if (!isRecord(paths)) return ['paths must be an object'];
	return [...submitProblems(paths), ...PATHS.flatMap((one) => answerProblems(paths, one))];
}

function submitProblems(paths: JsonRecord): string[] {
	if (!isRecord(paths[SUBMIT])) return [`The required path ${SUBMIT} is missing`];
	const post = at(paths, SUBMIT, 'post');
	if (!isRecord(post)) return [`${SUBMIT} must be called by POST`];
	const undeclared = SUBMIT_STATUSES.filter(
		(status) => at(post, 'responses', status) === undefined,
	);
	return [
		...bodyProblems(post, SUBMIT, 'async'),
		...undeclared.map((status) => `${SUBMIT} does not declare the answer ${status}`),
		...callbackProblems(post),
	];
}

function callbackProblems(post: JsonRecord): string[] {
	const place = `callbacks.selfServiceFlowComplete.'${CALLBACK}'.post`;
	const callback = at(post, 'callbacks', 'selfServiceFlowComplete', CALLBACK, 'post');
	if (!isRecord(callback)) return [`${SUBMIT} must declare ${place}`];
	const headers = recordsOf(callback.parameters)
		.filter((one) => one.in === 'header')
		.map(({ name }) => name);
	return [
		...CALLBACK_HEADERS.filter((name) => !headers.includes(name)).map(
			(name) => `${place} must declare the header ${name}`,
		),
		...bodyProblems(callback, place, 'flowCallBack'),
		...['404', '405']
			.filter((status) => at(callback, 'responses', status) === undefined)
			.map((status) => `${place} does not declare the answer ${status}`),
	];
}

function bodyProblems(operation: JsonRecord, place: string, schema: string): string[] {
	const ref = at(operation, 'requestBody', 'content', JSON_TYPE, 'schema', '$ref');
	return ref === refTo(schema) ? [] : [`The body of ${place} must be ${refTo(schema)}`];
}

function answerProblems(paths: JsonRecord, declared: Declared): string[] {
	const { path, method, isRequired, contentType, schema } = declared;
	if (paths[path] === undefined) return isRequired ? [`The required path ${path} is missing`] : [];
	const operation = at(paths, path, method);
	if (!isRecord(operation)) return [`${path} must be called by ${method.toUpperCase()}`];
	const content = at(operation, 'responses', '200', 'content', contentType);
	if (!isRecord(content)) return [`${path} must answer 200 with ${contentType}`];
	const isRight = schema === undefined || at(content, 'schema', '$ref') === refTo(schema);
	return isRight ? [] : [`The answer of ${path} must be ${refTo(String(schema))}`];
}

function refTo(schema: string): string {
	return `#/components/schemas/${schema}`;
}
