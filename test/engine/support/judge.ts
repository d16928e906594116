import type { Sandbox } from '../../sandbox/contract';
import { clientProblems } from '../../sandbox/adobeConnect/judge';
import { createSpecCheck } from '../../sandbox/specs';

/**
 * Every call that Marketo got, and every answer of the sandbox, fits Adobe's own Swagger files, where those
 * are present.
 * @throws Error that names what does not
 */
export function judgeMarketo({ books }: Sandbox): void {
	const calls = books.calls('marketo');
	if (calls.length === 0) return;
	const check = createSpecCheck();
	check.add(calls);
	const problems = [...new Set(check.report().problems)];
	if (problems.length > 0) throw new Error(`Not as Adobe has it:\n${problems.join('\n')}`);
}

/**
 * Adobe Connect got nothing but parameters that Adobe's pages name, sorted pages, secrets in forms alone, and one
 * call of a session at a time.
 * @throws Error that names what does not
 */
export function judgeAdobeConnect(sandbox: Sandbox): void {
	const calls = sandbox.books.calls('adobeConnect');
	if (calls.length === 0) return;
	const problems = [...new Set(clientProblems(sandbox.adobeConnect, calls))];
	if (problems.length > 0) throw new Error(`Not as Adobe has it:\n${problems.join('\n')}`);
}
