import { samples } from '../marketo/testing/samples';
import { asTexts } from './words';
import { findOperation, loadSpecs } from './openapi';
import { compileSchema } from './schema';

const all = samples();
const operations = loadSpecs().marketo;
if (all.length === 0 || !operations) process.stdout.write('specs: ABSENT (samples of Marketo)\n');

/** Pieces and errors of no call in particular. */
const NO_CALL = /^(authentication|error-codes|bulk-activity-extract\.0[12])/;

const cases = all.filter(({ file }) => !NO_CALL.test(file));

describe("Adobe's own samples by Adobe's reference, as amended", () => {
	if (cases.length === 0) it.skip('are absent', () => {});
	for (const { file, request, content } of cases) {
		it(file, () => {
			const [method, url = ''] = request.split(' ');
			const path = url.split('?')[0].replace(/\.json$/, '');
			const operation = findOperation(operations ?? [], method, path);
			const schema = file.includes('.request.') ? operation?.body : operation?.answers.get(200);
			expect(schema).toBeDefined();
			const validate = compileSchema(schema ?? {});
			validate(content);
			expect(asTexts(validate, 'sample')).toEqual([]);
		});
	}
});
