import { isRegistered } from '../../../../shared/registrants/candidate';
import { isAboutWebinar } from '../../../../shared/registrants/door';
import type { JsonObject } from '../../../../shared/transport/json';
import { toRegistrant } from '../../../mapping/registrant';
import { newRegistrant } from '../../../mapping/registration';
import { getRegistrant } from '../../../transport/endpoints/registrants';
import type { ZoomCandidate } from './candidate';
import { isFoundAfterCall } from './judge';
import type { Target } from './target';

/**
 * Says what Zoom's answer means for a person. Zoom answers an address that it knows with the
 * registrant that is there, even with a denied one; so the registrant is looked at where nobody knew
 * beforehand, and where somebody who should be approved got no link.
 */
export async function settle(
	target: Target,
	person: ZoomCandidate,
	answer: JsonObject,
): Promise<void> {
	const { rules, directory } = target;
	const answered = newRegistrant(person.registration, answer, rules.approvedByHand);
	const unknown = person.via === 'single' && !directory.complete;
	const strange = !rules.approvedByHand && answered.joinUrl === '';
	const row = unknown || strange ? await lookAt(target, answered.registrantId) : undefined;
	if (row === undefined) isRegistered(person, answered, person.via);
	else isFoundAfterCall(target, person, toRegistrant(row, false));
}

/** The registrant as Zoom holds it; undefined where Zoom does not show it, which undoes nothing. */
export async function lookAt(
	target: Target,
	registrantId: string,
): Promise<JsonObject | undefined> {
	if (registrantId === '' || !target.showsRegistrants) return undefined;
	const { context, webinarId, occurrenceId } = target;
	const read = await target.run.attempt(
		async () => await getRegistrant(context, webinarId, registrantId, occurrenceId),
	);
	if (read.ok) return read.value;
	if (isAboutWebinar(read.error)) target.showsRegistrants = false;
	return undefined;
}
