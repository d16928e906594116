/**
 * What became of somebody whom Marketo has sent: the registration decides, unless it is the writing to
 * Marketo that has to be tried again. Expressions for *Edit Fields*.
 */

export const ADD = 'Add contact to webinar';

/** What it takes to go on with a person later. */
const KEPT = [
	'leadId',
	'email',
	'firstName',
	'lastName',
	'phone',
	'company',
	'jobTitle',
	'programId',
	'programName',
	'openKey',
	'attempts',
];

/** Refusals that are nobody's own matter: a later try of the same person may succeed. */
const PASSING = ['temporarilyUnavailable', 'dailyLimit', 'permissionMissing', 'uncertain', ''];

const list = (names: readonly string[]) => `[${names.map((name) => `'${name}'`).join(', ')}]`;

/** The members of an item by their names. */
export const kept = (further: readonly string[] = []): string =>
	`...Object.fromEntries(${list([...KEPT, ...further])}.map((name) => [name, $json[name]]))`;

/** A node that fails as a whole passes its items on without an outcome. */
const NO_OUTCOME =
	"{ result: 'failed', action: 'none', reason: '', message: 'Add contact to webinar could not run', repair: 'Open the execution, and correct what the node shows', steps: { } }";

const WROTE =
	"(registered.result === 'synced' || Object.entries(told.steps ?? { }).some(([step, { result }]) => step !== 'answer' && result === 'synced'))";

export interface Words {
	/** Expression of the outcome of *Add contact to webinar*. */
	registered: string;
	/** Expression: Marketo shows the person as registered. */
	success: string;
	/** Further members that an item keeps. */
	further?: readonly string[];
	/** Further members of the object. */
	also?: string;
}

/**
 * One item per person: `outcome`, `lost` (not to be tried again: told as refused, and only Marketo can mend
 * it), `news` (something was written, or is still to be).
 */
export function became({ registered, success, further = [], also = '' }: Words): string {
	return `((registered, told, success) => ({
	${kept(further)},
	registrant: $json.registrant,
	${also}
	lost: !$json.openKey && !success && registered.result === 'failed' && !${list(PASSING)}.includes(registered.reason ?? ''),
	news: Boolean($json.openKey) || !$json.programId || ['failed', 'deferred'].includes(told.result) || registered.result === 'deferred' || (registered.result === 'failed' && ${list(PASSING)}.includes(registered.reason ?? '')) || ${WROTE},
	outcome:
		registered.result === 'deferred' ? registered :
		$json.flowStep?.registrationStatus === 'deferred' ? { ...registered, result: 'deferred', retryAt: null } :
		!success && ['failed', 'skipped'].includes(registered.result) ? { ...registered, message: $json.flowStep?.message || registered.message } :
		['failed', 'deferred'].includes(told.result) ? told :
		['synced', 'unchanged'].includes(registered.result) ? { ...registered, result: ${WROTE} ? 'synced' : 'unchanged' } :
		told
}))(${registered} ?? ${NO_OUTCOME}, $json.outcome ?? { }, ${success})`;
}
