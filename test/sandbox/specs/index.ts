import type { ValidateFunction } from 'ajv/dist/2019';
import type { BookEntry } from '../contract';
import { bodyProblems } from './bodies';
import { findOperation, loadSpecs, type Operation, type VendorSpecs } from './openapi';
import { requestProblems } from './requests';
import { compileSchema } from './schema';
import { asDeclaredCall } from './swagger';
import { asTexts } from './words';

export { specFile } from './openapi';

export interface SpecReport {
	/** false when the vendors' specs are not on this machine: then nothing was checked. */
	present: boolean;
	/** Requests whose operation, parameters and body were looked up. */
	requests: number;
	/** 200 and 201 answers that were held against the operation's schema. */
	validated: number;
	problems: string[];
}

export interface SpecCheck {
	/** Token requests (no spec exists) and answers of injected faults are left out. */
	add(entries: readonly BookEntry[]): void;
	report(): SpecReport;
	/** `specs: N requests, M answers validated` or `specs: ABSENT`. */
	line(): string;
}

/** Sign-in, the files of recordings and the callback of flow steps: outside every published spec. */
const NO_API = /^\/(oauth|rec|identity|customflowaction)\//;

// Large files: read once for all checks of a process.
let loaded: VendorSpecs | undefined;
const validators = new Map<string, ValidateFunction>();

/** Judges what the sandbox was asked and what it answered by the vendors' own published specs. */
export function createSpecCheck(): SpecCheck {
	const specs = (loaded ??= loadSpecs());
	const report: SpecReport = {
		present: Object.values(specs).some((one) => one !== undefined),
		requests: 0,
		validated: 0,
		problems: [],
	};

	function check(booked: BookEntry): void {
		const entry = asDeclaredCall(booked);
		// Of Adobe Connect nobody has published a machine-readable description.
		const operations = entry.vendor === 'adobeConnect' ? undefined : specs[entry.vendor];
		if (!operations || NO_API.test(entry.path)) return;
		report.requests += 1;
		const say = (problem: string): void => {
			report.problems.push(`${booked.method} ${booked.path} (${entry.status}): ${problem}`);
		};
		const operation = findOperation(operations, entry.method, entry.path);
		if (!operation) return say('not in the spec');
		requestProblems(entry, operation).forEach(say);
		bodyProblems(entry, operation).forEach(say);
		statusProblems(entry, operation).forEach(say);
		const validate = validatorOf(entry, operation);
		if (!validate) return;
		report.validated += 1;
		if (!validate(entry.response)) asTexts(validate, 'answer').forEach(say);
	}

	return {
		add: (entries) => entries.forEach(check),
		report: () => report,
		line: () =>
			report.present
				? `specs: ${report.requests} requests, ${report.validated} answers validated`
				: 'specs: ABSENT',
	};
}

function validatorOf(entry: BookEntry, operation: Operation): ValidateFunction | undefined {
	if (entry.fault !== undefined || (entry.status !== 200 && entry.status !== 201)) return undefined;
	const schema = operation.answers.get(entry.status);
	if (!schema) return undefined;
	const key = `${operation.name} ${entry.status}`;
	const validate = validators.get(key) ?? compileSchema(schema);
	validators.set(key, validate);
	return validate;
}

/** A success that the operation does not know, or 204 (no content) with content. */
function statusProblems(entry: BookEntry, { statuses }: Operation): string[] {
	if (entry.fault !== undefined || entry.status < 200 || entry.status > 299) return [];
	if (statuses !== undefined && !statuses.has(entry.status)) return ['status is not declared'];
	const isEmpty = entry.response === null || entry.response === '';
	return entry.status === 204 && !isEmpty ? ['204 with a body'] : [];
}
