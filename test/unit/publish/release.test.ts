import { releaseFacts, releaseProblems, type ReleaseFacts } from '../../lint/release';

const good: ReleaseFacts = {
	tag: 'v1.2.3',
	version: '1.2.3',
	locked: '1.2.3',
	changelog:
		'# Changelog\n\n## 1.2.3 (2026-11-27)\n\n### Added\n\n- Something.\n\n## 1.2.2 (2026-01-01)\n',
};

test('a version whose tag, lock file and changelog agree may be published', () => {
	expect(releaseProblems(good)).toEqual([]);
	const beta = { tag: 'v1.2.3-beta.1', version: '1.2.3-beta.1', locked: '1.2.3-beta.1' };
	const changelog = good.changelog.replace('1.2.3', '1.2.3-beta.1');
	expect(releaseProblems({ ...beta, changelog })).toEqual([]);
});

test.each<[string, Partial<ReleaseFacts>, RegExp]>([
	['another tag', { tag: 'v1.2.4' }, /the tag is v1.2.4/],
	['a tag without its v', { tag: '1.2.3' }, /the tag is/],
	['no version at all', { version: '1.2', tag: 'v1.2', locked: '1.2' }, /semver/],
	['an old lock file', { locked: '1.2.2' }, /package-lock/],
	['no section', { changelog: '# Changelog\n\n## 1.2.30 (2026-11-27)\n\n- A.\n' }, /no section/],
	['no date', { changelog: '# Changelog\n\n## 1.2.3 (unreleased)\n\n- A.\n' }, /no date/],
	[
		'an empty section',
		{ changelog: '## 1.2.3 (2026-11-27)\n\n## 1.2.2\n\n- A.\n' },
		/says nothing/,
	],
])('is not published with %s', (_, change, problem) => {
	expect(releaseProblems({ ...good, ...change }).join('\n')).toMatch(problem);
});

test('the version at hand is ready but for its date', () => {
	const facts = releaseFacts('');
	const problems = releaseProblems({ ...facts, tag: `v${facts.version}` });
	expect(problems.filter((problem) => !problem.includes('no date'))).toEqual([]);
});
