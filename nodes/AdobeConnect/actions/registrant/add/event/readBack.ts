import { normaliseEmail } from '../../../../../shared/model/email';
import { explain } from '../../../../../shared/model/reasons';
import { isRegistered } from '../../../../../shared/registrants/candidate';
import { openOnes } from '../../../../../shared/registrants/person';
import type { VendorError } from '../../../../../shared/transport/vendorError';
import type { EventRules } from '../../../../mapping/eventRules';
import { permissionOf, type Permitted } from '../../../../mapping/permitted';
import { permittedAmong } from '../../../people/lookUp';
import type { AdobeCandidate, EventAnswer } from '../candidate';
import { isPermitted } from '../lookUpPeople';
import type { Target } from '../target';

/**
 * What those who were sent have now: the answers tell neither who they are nor whether they wait for an
 * approval.
 */
export async function readBack(target: Target, rules: EventRules): Promise<void> {
	const sent = openOnes(target.people).filter(({ answer }) => answer !== null);
	if (sent.length === 0) return;
	const logins = sent.map(({ login }) => login);
	const read = await target.run.look(
		async () => await permittedAmong(target.client, target.aclId, 'login', logins),
	);
	const found = new Map((read.ok ? read.value : []).map((one) => [normaliseEmail(one.login), one]));
	for (const person of sent) {
		const permitted = found.get(person.login);
		if (permitted !== undefined) isFound(target, person, permitted);
		else if (read.ok) isNotFound(person);
		else isUnknown(target, rules, person, read.error);
	}
}

function isFound(target: Target, person: AdobeCandidate, permitted: Permitted): void {
	const { answer } = person;
	const isOld = answer?.kind === 'there' && !answer.ours;
	if (isOld || permitted.permission === permissionOf('denied')) {
		isPermitted(target, person, permitted);
	} else {
		person.principalId = permitted.principalId;
		isRegistered(person, target.registrantOf(person, permitted));
	}
}

/** The person is not among the registrants. */
function isNotFound(person: AdobeCandidate): void {
	const { answer } = person;
	// Sent again it changes nothing, so it may be done later.
	if (answer?.kind === 'lost') person.refuse(answer.error);
	else if (answer?.kind === 'there') isThere(person);
	else {
		person.fail('uncertain', {
			message: 'Adobe Connect took the registration and does not show it among the registrants',
			repair: LOOK,
		});
	}
}

/** The registrants could not be read. */
function isUnknown(
	target: Target,
	{ requiresApproval }: EventRules,
	person: AdobeCandidate,
	error: VendorError,
): void {
	const { answer } = person;
	if (answer?.kind === 'taken') isTaken(target, person, answer, requiresApproval);
	else if (answer?.kind === 'there') isThere(person);
	else {
		const { message } = explain('uncertain');
		person.fail('uncertain', {
			message: `${message}. The registrants could not be read either: ${error.details.message}`,
			repair: LOOK,
		});
	}
}

function isTaken(
	target: Target,
	person: AdobeCandidate,
	{ principalId }: EventAnswer & { kind: 'taken' },
	requiresApproval: boolean,
): void {
	const permission = permissionOf(requiresApproval ? 'pending' : 'approved');
	const permitted = { principalId, permission, login: person.login, name: '' };
	isRegistered(person, target.registrantOf(person, permitted));
}

function isThere(person: AdobeCandidate): void {
	person.unchanged('alreadyRegistered', explain('alreadyRegistered').message);
}

const LOOK = 'Look at the participants of the event in Adobe Connect, then run again';
