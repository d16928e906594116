import { stage, type Stage } from '../../support/world';
import { enrol, memberOf, outcomes } from '../support';
import { linkOf, register, rowOf } from './support';

const NAMES = Array.from({ length: 40 }, (_, index) => `p${index}`);

let here: Stage;
afterEach(async () => await here.close());

describe.each([1, 2, 3])('whatever goes wrong on the way (%i)', (seed) => {
	it('everybody comes out once, and the next run leaves nobody twice and nobody out', async () => {
		here = await stage({ registrants: 20 });
		for (const name of NAMES.slice(0, 10)) enrol(here, `${name}@example.com`, 'Invited');
		const kinds = ['cutBefore', 'cutAfter', 'html'] as const;
		let turn = seed;
		// Each kind of call meets another trouble in each of the three runs.
		for (const match of [
			/POST .*leads\.json/,
			/GET .*members\.json/,
			/status\.json/,
			/POST .*members\.json/,
		]) {
			const kind = kinds[turn % kinds.length]!;
			here.sandbox.addFault({ vendor: 'marketo', match, fault: { kind } });
			turn += 1;
		}
		const rows = NAMES.map((name) => rowOf(name));
		const first = outcomes(await register(here, rows));
		expect(first).toHaveLength(NAMES.length);
		const again = outcomes(await register(here, rows));
		expect(new Set(again.map(({ result }) => result))).toEqual(new Set(['unchanged']));
		for (const name of NAMES) {
			const email = `${name}@example.com`;
			expect(here.sandbox.marketo.leadsByEmail(email)).toHaveLength(1);
			expect(memberOf(here, email)).toMatchObject({
				statusName: 'Registered',
				webinarUrl: linkOf(name),
			});
		}
	});
});
