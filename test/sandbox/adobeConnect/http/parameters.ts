/**
 * Parameters of each action, as Adobe's pages name them. A real server says nothing of others: it ignores them.
 * https://helpx.adobe.com/adobe-connect/webservices/<action>.html
 */

interface Declared {
	names: readonly string[];
	/** Takes filters, sorts and pages. */
	rows: boolean;
}

const ROWS = ' +rows';

/** `a b c`, with `+rows` for lists. */
const TABLE: Readonly<Record<string, string>> = {
	'common-info': 'domain',
	login: 'login password account-id domain external-auth',
	logout: '',
	'sco-shortcuts': '',
	'sco-info': 'sco-id',
	'sco-by-url': 'url-path',
	'sco-contents': `sco-id counters${ROWS}`,
	'sco-expanded-contents': `sco-id${ROWS}`,
	'sco-search-by-field': `field query${ROWS}`,
	'sco-update':
		'sco-id folder-id type icon name url-path description date-begin date-end lang source-sco-id sco-tag',
	'sco-delete': 'sco-id',
	'seminar-session-sco-update':
		'sco-id parent-acl-id source-sco-id name description date-begin date-end field-id value',
	'sco-seminar-licenses-list': `sco-id user-webinar-selected${ROWS}`,
	'acl-field-update': 'acl-id field-id value is-mtg-passcode-req permission-id principal-id',
	'acl-field-info': `acl-id${ROWS}`,
	'principal-list': `group-id${ROWS}`,
	'principal-info': 'principal-id',
	'report-bulk-users': `custom-fields${ROWS}`,
	'principal-update':
		'principal-id type has-children first-name last-name name login ext-login email description password send-email',
	'principals-delete': 'principal-id',
	'update-principal-type': 'principal-id type',
	'user-update-pwd': 'user-id password password-old password-verify',
	'group-membership-update': 'group-id principal-id is-member',
	'permissions-update': 'acl-id principal-id permission-id',
	'permissions-info': `acl-id principal-id${ROWS}`,
	'permissions-reset': 'acl-id',
	'custom-field-update':
		'field-id name object-type field-type permission-id is-required is-primary display-seq account-id comments',
	'event-list': ROWS,
	'report-my-events': ROWS,
	'event-info': 'sco-id',
	'event-registration-details': 'sco-id',
	'report-asset-response-info': 'sco-id interaction-id',
	'event-register':
		'sco-id login first-name last-name email password password-verify campaign-id interaction-id response',
	'event-login': 'sco-id login password',
	'report-event-participants-complete-information': 'sco-id',
	'events-attendance': `login principal-id account-id${ROWS}`,
	'notification-list': `sco-id target-acl-id${ROWS}`,
	'report-meeting-attendance': `sco-id${ROWS}`,
	'report-meeting-sessions': `sco-id${ROWS}`,
	'report-meeting-session-users': `sco-id asset-id${ROWS}`,
	'report-meeting-summary': 'sco-id',
	'report-meeting-concurrent-users': 'length',
	'report-active-meetings': ROWS,
	'report-my-meetings': ROWS,
	'report-quotas': ROWS,
	'report-bulk-consolidated-transactions': ROWS,
	'report-quiz-interactions': `sco-id${ROWS}`,
	'report-quiz-question-response': `sco-id${ROWS}`,
	'report-quiz-question-distribution': `sco-id${ROWS}`,
	'report-sco-views': 'sco-id',
	'list-recordings': `folder-id seminar-session-id${ROWS}`,
	'list-generated-recordings': `source-sco-id folder-id${ROWS}`,
	'schedule-recording-job': 'source-sco-id',
	'get-recording-job': 'sco-id',
	'cancel-recording-job': 'sco-id',
};

/** Undefined for an action that is not played. */
export function declaredParameters(action: string): Declared | undefined {
	const entry = TABLE[action];
	if (entry === undefined) return undefined;
	const words = entry.split(' ').filter(Boolean);
	return { names: words.filter((word) => word !== '+rows'), rows: words.includes('+rows') };
}

export const playedActions = (): string[] => Object.keys(TABLE);
