import { isOurs, type Template } from '../../templates/template';
import { rules, setRules } from '../../templates/rules';
import { packageNodes } from './packageNodes';
import { broken, together } from './broken';
import { sample } from './sample';

const known = packageNodes();
const all = rules((node) => (isOurs(node) ? (known.get(node.type) ?? 'none') : 'elsewhere'));

const problemsOf = (template: Template) => all.flatMap(([, rule]) => rule(template));

it('lets a good template pass', () => {
	expect(problemsOf(sample())).toEqual([]);
});

describe('a template is refused for', () => {
	it.each(broken)('%s', (_, spoil, problem) => {
		const template = sample();
		spoil(template);
		expect(problemsOf(template)).toEqual(
			expect.arrayContaining([expect.stringContaining(problem)]),
		);
	});
});

describe('two templates are refused for', () => {
	it('nothing when they agree', () => {
		expect(
			setRules.flatMap(([, rule]) => rule([sample(), { ...sample(), name: 'other' }])),
		).toEqual([]);
	});

	it.each(together)('%s', (_, spoil, problem) => {
		const other = { ...sample(), name: 'other' };
		spoil(other);
		const problems = setRules.flatMap(([, rule]) => rule([sample(), other]));
		expect(problems).toEqual(expect.arrayContaining([expect.stringContaining(problem)]));
	});
});
