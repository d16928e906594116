import type { BookEntry } from '../contract';
import { isParameter, type Operation, type Parameter } from './openapi';
import { UNDECLARED_QUERY } from './tolerated';

/** What a request carries that its operation does not declare; empty when all is well. */
export function requestProblems(entry: BookEntry, operation: Operation): string[] {
	return [...pathProblems(entry, operation), ...queryProblems(entry, operation)];
}

function pathProblems(entry: BookEntry, operation: Operation): string[] {
	const segments = entry.path.split('/');
	return operation.segments.flatMap((part, at) => {
		if (!isParameter(part)) return [];
		const parameter = operation.parameters.find(
			(one) => one.in === 'path' && `{${one.name}}` === part,
		);
		if (!parameter) return [`path parameter ${part} is not declared`];
		const value = decodeURIComponent(segments[at] ?? '');
		return valueProblem(parameter, value);
	});
}

function queryProblems(entry: BookEntry, operation: Operation): string[] {
	const inQuery = operation.parameters.filter((one) => one.in === 'query');
	const sent = Object.entries(entry.query).flatMap(([name, value]) => {
		const parameter = inQuery.find((one) => one.name === name);
		if (parameter) return valueProblem(parameter, value);
		return isTolerated(operation, name) ? [] : [`query parameter ${name} is not declared`];
	});
	const missing = inQuery
		.filter((one) => one.required === true && !(one.name in entry.query))
		.map((one) => `query parameter ${one.name} is missing`);
	return [...sent, ...missing];
}

function isTolerated(operation: Operation, parameter: string): boolean {
	return UNDECLARED_QUERY.some(
		(one) => one.operation === operation.name && one.parameter === parameter,
	);
}

function valueProblem({ name, schema }: Parameter, value: string): string[] {
	if (schema?.type === 'integer' && !/^-?\d+$/.test(value)) return [`${name}=${value}: no integer`];
	if (schema?.type === 'boolean' && !/^(true|false)$/.test(value)) {
		return [`${name}=${value}: no boolean`];
	}
	if (schema?.enum && !schema.enum.map(String).includes(value)) {
		return [`${name}=${value}: not one of ${schema.enum.join(', ')}`];
	}
	return [];
}
