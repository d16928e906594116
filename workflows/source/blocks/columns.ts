/** A column of a Data Table. */
export interface Column {
	name: string;
	type: 'string' | 'number' | 'boolean' | 'date';
}

const texts = (...names: string[]): Column[] => names.map((name) => ({ name, type: 'string' }));

/** Everybody, every run. */
export const LOG = {
	name: 'n8nWebinarLog',
	columns: [
		{ name: 'loggedAt', type: 'date' },
		...texts('flow', 'kind', 'webinarId', 'sessionId', 'topic', 'email', 'name', 'status'),
		{ name: 'attendedSeconds', type: 'number' },
		{ name: 'attendedPercent', type: 'number' },
		...texts('engagement', 'result', 'action', 'reason', 'message', 'repair', 'recordId'),
		// Of what a trigger told: its place in time, so that news that comes late is known for old.
		{ name: 'sequence', type: 'number' },
	] satisfies Column[],
} as const;

/** Who and what is not done yet. */
export const OPEN = {
	name: 'n8nWebinarOpen',
	columns: [
		...texts('openKey', 'flow', 'kind'),
		{ name: 'retryAt', type: 'date' },
		{ name: 'attempts', type: 'number' },
		...texts('result', 'reason', 'message', 'repair', 'webinarId', 'sessionId', 'topic', 'email'),
		...texts('item'),
	] satisfies Column[],
} as const;

/** What the user decides once for all templates. */
export const SETTINGS = {
	name: 'n8nWebinarSettings',
	columns: [
		...texts('scope', 'hostOrWebinar'),
		{ name: 'sync', type: 'boolean' },
		{ name: 'recordings', type: 'boolean' },
		...texts('excludedDomains', 'note'),
	] satisfies Column[],
} as const;
