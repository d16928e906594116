import { boxOf, isInside } from '../boxes';
import { isOurs, notesOf, stepsOf, type Rule, type Template } from '../template';

const PARTS = ['What it does', 'Who it is for', 'Set up', 'You need', 'Compared with'];

/** The ways in which the vendors write a permission. */
const SCOPES = [
	// Zoom's granular scopes
	/\b[a-z_]+:(?:read|write|update|delete):[a-z_]+(?::admin)?/g,
	// HubSpot's scopes
	/(?<=`)(?:crm|automation|settings|files|marketing)[a-z_]*(?:\.[a-z_]+)*(?=`)/g,
	// Marketo's permissions of an API role
	/\b(?:Read-Only|Read-Write|Execute) [A-Z][a-z]+(?: [A-Z][a-z]+)*/g,
];

/** Zoom has no call without a scope; the window of a credential is red as long as its app lacks this one. */
const ZOOM_TEST = 'user:read:list_users:admin';

/** The note for the whole tells what somebody asks before they import it, the permissions as the page does. */
export const mainNote: Rule = (template) => {
	const text = mainNoteOf(template);
	const told = scopesIn(text);
	const documented = scopesIn(template.page);
	return [
		...PARTS.filter((part) => !text.includes(part)).map((part) => `it does not say "${part}"`),
		...documented
			.filter((scope) => !told.includes(scope))
			.map((scope) => `the page names ${scope}, the note does not`),
		...told
			.filter((scope) => !documented.includes(scope))
			.map((scope) => `it names ${scope}, the page does not`),
		...(asksZoom(template) && !told.includes(ZOOM_TEST)
			? [`it does not name ${ZOOM_TEST}, which the test of the credential needs`]
			: []),
	];
};

const asksZoom = (template: Template) =>
	stepsOf(template).some((node) => isOurs(node) && /\.zoom/.test(node.type));

/** The text of the note that frames no node. */
function mainNoteOf(template: Template): string {
	const steps = stepsOf(template).map(boxOf);
	const main = notesOf(template).find((note) => !steps.some((step) => isInside(step, boxOf(note))));
	return String(main?.parameters.content ?? '');
}

/** Every permission that a text names, once. */
export function scopesIn(text: string): string[] {
	return [...new Set(SCOPES.flatMap((pattern) => text.match(pattern) ?? []))].sort();
}
