import type { Flow } from '../flow';
import { BATCHES, DATA_TABLE, IF, only, raw, SET, SPLIT_OUT, STOP, sticky } from '../nodes';
import { LOG, OPEN } from './columns';
import { deleteRows, insertRows, upsertRows } from './dataTable';

export interface Account {
	/** Number of the section on the canvas. */
	section: number;
	/** As the summary says it: HubSpot, Marketo, Zoom. */
	destination: string;
	/** What one item is. */
	unit: readonly [one: string, many: string];
	/** What the summary says was done to them: written, registered. */
	done?: string;
	/** Name of the node that does it, for the words of a run in which it could do nothing. */
	writer?: string;
	/** Expression of `json` for what tells two open rows of one run of a webinar apart. */
	key?: string;
	/** What the column `kind` calls an item; default: person. */
	kind?: string;
	/** Expression of `json` for the column `status`; default: how a person attended or registered. */
	status?: string;
	/** What is open begins again at its webinar, all of it together, e.g. the files of one run. */
	reenters?: boolean;
	/** Condition on `json` for what the log need not hold, e.g. what a sweep found unchanged. */
	notLogged?: string;
}

const WHO =
	"(json.email || json.registrant?.email || [json.firstName, json.lastName].join(' ').trim())";

const STATUS = "json.attendanceStatus ?? json.registrationStatus ?? json.registrant?.status ?? ''";

/**
 * Keeps account of everybody who comes in with an `outcome`: the log, who is open, one summary. What
 * could not run at all comes here too (`kind: 'webinar'`), and ends the execution with an error
 * after the summary. In batches: an expression over 20,000 people at once would time out in n8n.
 * @returns the node to lead everything to
 */
export function account(flow: Flow, [x, y]: [number, number], words: Account): string {
	const { section, destination, unit, done = 'written', writer } = words;
	const batches = flow.add('In batches of 2,000', BATCHES, [x, y + 300], {
		batchSize: 2000,
		// Whatever else leads here begins anew; only the loop goes on.
		options: { reset: "={{ $prevNode.name !== 'Count' }}" },
	});
	const all = flow.add(
		'Account for everybody',
		SET,
		[x + 240, y + 200],
		raw(accounts(flow, words)),
		// One expression sees the whole batch.
		{ executeOnce: true },
	);
	const open = flow.add('Not done yet', SPLIT_OUT, [x + 480, y - 100], split('open'));
	const remember = flow.add(
		'Remember for later',
		DATA_TABLE,
		[x + 720, y - 100],
		upsertRows(OPEN.name, OPEN.columns, 'openKey'),
	);
	const closed = flow.add('Done at last', SPLIT_OUT, [x + 480, y + 100], split('done'));
	const off = flow.add(
		'Take off the list',
		DATA_TABLE,
		[x + 720, y + 100],
		deleteRows(OPEN.name, [{ column: 'openKey', value: '={{ $json.openKey }}' }]),
	);
	const everybody = flow.add('Everybody', SPLIT_OUT, [x + 480, y + 300], split('log'));
	const log = flow.add(
		'Write the log',
		DATA_TABLE,
		[x + 720, y + 300],
		insertRows(LOG.name, LOG.columns),
	);
	const count = flow.add('Count', SET, [x + 480, y + 500], raw(COUNT));
	const sum = flow.add('Add up', SET, [x + 240, y + 700], raw(ADD_UP), { executeOnce: true });
	const summary = flow.add(
		'Summary',
		SET,
		[x + 480, y + 700],
		raw(summaryOf(destination, unit, done, writer)),
	);
	const broken = flow.add(
		'Something could not run',
		IF,
		[x + 720, y + 700],
		only(flow, 'broken', {
			left: '$json.couldNotRun',
			type: 'string',
			operation: 'notEmpty',
		}),
	);
	const stop = flow.add('Say what could not run', STOP, [x + 960, y + 700], {
		errorMessage: '={{ $json.couldNotRun }}',
	});
	flow
		.wire(batches, sum)
		.wire(batches, all, 1)
		.wire(all, [open, closed, everybody, count])
		.chain(open, remember)
		.chain(closed, off)
		.chain(everybody, log)
		.chain(count, batches)
		.chain(sum, summary, broken, stop);
	sticky(
		flow,
		'Keep account',
		[x - 80, -480],
		[1280, 1340],
		`### ${section}. Keep account of everybody
- **Not done yet:** whoever is deferred or failed goes to \`n8nWebinarOpen\` with the time of the next try: the vendor's own where it names one, else after 1, 2, 4 … hours. *Every hour* takes them up.
- **Done at last:** whoever was open and is done now leaves that table.
- **Everybody** goes to \`n8nWebinarLog\`, Preview runs excepted.
- **Summary** is one item with the counts and a sentence. Connect Slack, email or whatever you use to it.
- **Say what could not run** ends the execution with an error when a webinar could not be read, or when nobody at all could be ${done}, and says why. Everything else is done by then, and what could not run is tried again.`,
		7,
	);
	return batches;
}

const split = (field: string) => ({ fieldToSplitOut: field, options: {} });

/** A webinar that waits has one key, whatever became of its people. */
const webinarKey = (flow: Flow) =>
	`'${flow.rows} webinar ' + (json.webinar?.sessionId || json.webinar?.webinarId)`;

const OPEN_NOW =
	"(!json.outcome.preview && !json.lost && (['deferred', 'failed'].includes(json.outcome.result) || json.outcome.reason === 'syncOff'))";

function accounts(flow: Flow, words: Account): string {
	const { key = WHO, kind = 'person', status = STATUS, reenters = false, notLogged } = words;
	const runKey =
		"(json.webinar?.sessionId || [json.webinar?.webinarId, json.webinar?.occurrenceId].filter((part) => part).join(' '))";
	const logged = [
		'!json.outcome.preview',
		// Said once; the hourly look at whether it is on again is no news.
		"!(json.openKey && json.outcome.reason === 'syncOff')",
		...(notLogged === undefined ? [] : [`!(${notLogged})`]),
	].join(' && ');
	const own = `'${flow.rows} ' + ${runKey} + ' ' + ${key}`;
	const openKey = reenters
		? webinarKey(flow)
		: `json.openKey ?? (json.kind === 'webinar' ? ${webinarKey(flow)} : ${own})`;
	const item = reenters
		? '{ webinar: json.webinar }'
		: '{ ...json, outcome: undefined, kind: undefined, attempts: undefined, openKey: undefined }';
	const done = reenters
		? `$input.all().filter(({ json }) => !json.outcome.preview && json.webinar).map(({ json }) => ${webinarKey(flow)}).unique().filter((key) => !$input.all().some(({ json }) => ${OPEN_NOW} && ${webinarKey(flow)} === key))`
		: `[
		...$input.all().filter(({ json }) => json.openKey && !json.outcome.preview && json.outcome.reason !== 'syncOff' && ['synced', 'unchanged', 'skipped'].includes(json.outcome.result)).map(({ json }) => json.openKey),
		...$input.all().filter(({ json }) => json.kind !== 'webinar' && !json.openKey && !json.outcome.preview && json.webinar).map(({ json }) => ${webinarKey(flow)}).unique()
	]`;
	return `{
	log: $input.all().filter(({ json }) => ${logged}).map(({ json }) => ({
		loggedAt: $now.toISO(),
		flow: '${flow.rows}',
		kind: json.kind ?? '${kind}',
		webinarId: json.webinar?.webinarId ?? '',
		sessionId: json.webinar?.sessionId ?? '',
		topic: json.webinar?.topic ?? '',
		email: json.email ?? json.registrant?.email ?? '',
		name: [json.firstName ?? json.registrant?.firstName, json.lastName ?? json.registrant?.lastName].join(' ').trim(),
		status: ${status},
		attendedSeconds: json.attendance?.attendedSeconds ?? null,
		attendedPercent: json.attendance?.attendedPercent ?? null,
		engagement: json.engagement?.level ?? '',
		result: json.outcome.result,
		action: json.outcome.action ?? '',
		reason: json.outcome.reason ?? '',
		message: json.outcome.message ?? '',
		repair: json.outcome.repair ?? '',
		recordId: json.outcome.recordId ?? '',
		sequence: json.sequence ?? null
	})),
	open: $input.all().filter(({ json }) => ${OPEN_NOW}).map(({ json }) => ({
		openKey: ${openKey},
		flow: '${flow.rows}',
		kind: ${reenters ? "'webinar'" : `json.kind ?? '${kind}'`},
		retryAt: json.outcome.retryAt ?? $now.plus({ hours: 2 ** (json.attempts ?? 0) }).toISO(),
		attempts: json.outcome.reason === 'syncOff' ? 0 : (json.attempts ?? 0) + 1,
		result: json.outcome.result,
		reason: json.outcome.reason ?? '',
		message: json.outcome.message ?? '',
		repair: json.outcome.repair ?? '',
		webinarId: json.webinar?.webinarId ?? '',
		sessionId: json.webinar?.sessionId ?? '',
		topic: json.webinar?.topic ?? '',
		email: json.email ?? json.registrant?.email ?? '',
		item: JSON.stringify(${item})
	})),
	done: ${done}.map((openKey) => ({ openKey })),
	results: $input.all().filter(({ json }) => json.kind !== 'webinar').map(({ json }) => json.outcome.result),
	off: $input.all().filter(({ json }) => json.kind === 'webinar' && json.outcome.reason === 'syncOff' && !json.openKey).map(({ json }) => json.webinar.topic),
	waiting: $input.all().filter(({ json }) => json.kind === 'webinar' && json.outcome.result === 'deferred').map(({ json }) => json.webinar?.topic),
	broken: $input.all().filter(({ json }) => json.kind === 'webinar' && json.outcome.result === 'failed').map(({ json }) => json.outcome.message + (json.outcome.repair ? '. ' + json.outcome.repair : '')).unique(),
	failures: $input.all().filter(({ json }) => json.kind !== 'webinar' && json.outcome.result === 'failed' && !json.attempts && !json.lost).map(({ json }) => json.outcome.message + (json.outcome.repair ? '. ' + json.outcome.repair : '')).unique().slice(0, 3),
	topics: $input.all().map(({ json }) => json.webinar?.topic).filter((topic) => topic).unique(),
	preview: $input.all().some(({ json }) => json.outcome.preview)
}`;
}

const number = (result: string) =>
	`${result}: $json.results.filter((result) => result === '${result}').length`;

const COUNT = `{
	people: $json.results.length,
	${['synced', 'unchanged', 'skipped', 'deferred', 'failed'].map(number).join(',\n\t')},
	off: $json.off,
	waiting: $json.waiting,
	broken: $json.broken,
	failures: $json.failures,
	topics: $json.topics,
	preview: $json.preview
}`;

const total = (key: string) => `${key}: $input.all().map(({ json }) => json.${key}).sum()`;
const union = (key: string, as = key) =>
	`${as}: $input.all().flatMap(({ json }) => json.${key}).unique()`;

const ADD_UP = `{
	${['people', 'synced', 'unchanged', 'skipped', 'deferred', 'failed'].map(total).join(',\n\t')},
	${union('topics', 'webinars')}.join(', '),
	${union('off', 'switchedOff')}.join(', '),
	${union('waiting')}.join(', '),
	preview: $input.all().some(({ json }) => json.preview),
	${union('broken')},
	${union('failures')}
}`;

function summaryOf(
	destination: string,
	[one, many]: readonly [string, string],
	done: string,
	writer?: string,
): string {
	const nobody = `${writer === undefined ? '' : `${writer}: `}nobody could be ${done}. `;
	return `{
	message: ($json.preview ? 'Preview, nothing was written. ' : '') + ($json.webinars ? $json.webinars + ': ' : '') + $json.people + ($json.people === 1 ? ' ${one}. ' : ' ${many}. ') + $json.synced + ($json.preview ? ' would be ${done}' : ' ${done}') + ' to ${destination}, ' + $json.unchanged + ' already up to date, ' + $json.skipped + ' left out by a rule, ' + $json.deferred + ' to be tried again later, ' + $json.failed + ' failed.' + ($json.switchedOff ? ' Sync is off for ' + $json.switchedOff + '.' : '') + ($json.waiting ? ' Not ready yet, to be tried again later: ' + $json.waiting + '.' : '') + ($json.broken.length ? ' Could not run: ' + $json.broken.join(' | ') : ''),
	people: $json.people,
	synced: $json.synced,
	unchanged: $json.unchanged,
	skipped: $json.skipped,
	deferred: $json.deferred,
	failed: $json.failed,
	webinars: $json.webinars,
	switchedOff: $json.switchedOff,
	waiting: $json.waiting,
	preview: $json.preview,
	couldNotRun: [...$json.broken, ...($json.failed > 0 && $json.failed + $json.skipped === $json.people && $json.failures.length ? ['${nobody}' + $json.failures.join(' | ')] : [])].join(' | ')
}`;
}
