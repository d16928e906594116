/**
 * The lowest n8n whose own nodes have all that a template uses of them: types, versions, parameters, choices. Read from
 * `dist/types/nodes.json` of n8n-nodes-base (https://www.npmjs.com/package/n8n-nodes-base); test/older holds the
 * templates against these files. n8n names the version of its nodes in its own package.json; of some versions npm
 * keeps no nodes, then it is those of the nearest one.
 */
export const BASE_NODES = {
	'1.123': { from: '1.121.53', tooOld: undefined },
	// Data Tables that a workflow makes itself.
	'2.3': { from: '2.3.0', tooOld: '2.2.0' },
	// Files attached to an email, and not embedded in its text.
	'2.27': { from: '2.27.4', tooOld: '2.23.0' },
} as const;

type Needs = keyof typeof BASE_NODES;

/** Most templates keep their log in Data Tables. */
const USUAL: Needs = '2.3';

const OTHERS: Partial<Record<string, Needs>> = {
	'adobe-connect-join-link': '1.123',
	'webinar-report': '2.27',
};

/** The lowest n8n for a template. */
export const needsOf = (template: string): Needs => OTHERS[template] ?? USUAL;
