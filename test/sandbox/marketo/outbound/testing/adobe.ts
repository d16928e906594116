/** Adobe's own schemas of what goes over the wire, where they are on this machine. */
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { readFileSync } from 'node:fs';
import { specFile } from '../../../specs';

const DOCUMENT = 'marketo/ssfs/CFA-Swagger.json';

/** Components of the service provider interface. */
type Component =
	| 'async'
	| 'flowCallBack'
	| 'serviceDefinition'
	| 'serviceStatus'
	| 'getPicklistRequest'
	| 'picklistObject';

/**
 * @returns what is wrong with a value; empty when it fits. Where Adobe's files are absent, nothing is checked, and
 * that is said once.
 */
export function adobeComplaints(component: Component, value: unknown): string[] {
	const validate = validator()?.getSchema(`adobe#/components/schemas/${component}`);
	if (!validate || validate(value) === true) return [];
	return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** @returns undefined when it is not there */
export function adobeFile(name: string): unknown {
	const file = specFile(`marketo/${name}`);
	return file === undefined ? undefined : JSON.parse(readFileSync(file, 'utf8'));
}

let ajv: Ajv | undefined;
let isSaid = false;

function validator(): Ajv | undefined {
	const file = specFile(DOCUMENT);
	if (file !== undefined) return (ajv ??= compiled(file));
	if (!isSaid) process.stdout.write('specs: ABSENT (Adobe flow steps)\n');
	isSaid = true;
	return undefined;
}

function compiled(file: string): Ajv {
	const made = new Ajv({ strict: false, validateSchema: false, allErrors: true, logger: false });
	addFormats(made);
	const document: object = JSON.parse(readFileSync(file, 'utf8'));
	return made.addSchema(document, 'adobe');
}
