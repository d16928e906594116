import Ajv, { type ValidateFunction } from 'ajv';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { specFile } from '../../../specs';

const SCHEMA = 'marketo/ssfs/schema.yaml';

/** Read and compiled once for a process. */
let compiled: ValidateFunction | undefined;

/**
 * What Adobe's own schema of flow-step documents says: `npm run validateFile` in
 * https://github.com/adobe/Marketo-SSFS-Service-Provider-Interface
 * @returns undefined where Adobe's file is not on this machine
 */
export function adobeProblems(document: unknown): string[] | undefined {
	const file = specFile(SCHEMA);
	if (file === undefined) return undefined;
	compiled ??= compile(readFileSync(file, 'utf8'));
	if (compiled(document)) return [];
	return (compiled.errors ?? []).map(
		({ instancePath, message }) => `${instancePath || 'The document'} ${message}`,
	);
}

/** The file is written loosely: words that JSON Schema does not know are passed over. */
function compile(yaml: string): ValidateFunction {
	const ajv = new Ajv({ strict: false, validateSchema: false, allErrors: true, logger: false });
	const schema: object = parse(yaml);
	return ajv.compile(schema);
}
