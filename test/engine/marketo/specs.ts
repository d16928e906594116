import type { Sandbox } from '../../sandbox/contract';
import { createSpecCheck } from '../../sandbox/specs';

/**
 * Everything that the node has asked of Marketo so far, and every answer of the sandbox, fits Adobe's
 * own Swagger files. Where those are absent, that is said instead.
 */
export function expectBySpec({ books }: Sandbox): void {
	const check = createSpecCheck();
	check.add(books.calls('marketo'));
	if (!check.report().present) process.stdout.write(`${check.line()}\n`);
	expect([...new Set(check.report().problems)]).toEqual([]);
}
