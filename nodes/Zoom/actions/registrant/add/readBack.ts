import { explain } from '../../../../shared/model/reasons';
import { openOnes } from '../../../../shared/registrants/person';
import { readDirectory } from '../directory';
import type { ZoomCandidate } from './candidate';
import { isFoundAfterCall } from './judge';
import type { Target } from './target';

const CALLS_AT_MOST = 2;

/**
 * Looks for those whose answer was lost: whoever is listed is registered, whoever is not may be sent
 * once more, and after the second call nothing is known.
 * @returns those who are to be sent once more
 */
export async function readBack(target: Target): Promise<ZoomCandidate[]> {
	const lost = openOnes(target.people).filter((person) => person.lost);
	if (lost.length === 0) return [];
	const read = await readDirectory(target, 'always', lost.length);
	if (!read.ok) {
		const message = `${explain('uncertain').message}. The registrants could not be read either: ${read.error.message}`;
		for (const person of lost) person.fail('uncertain', { message, repair: REPAIR });
		return [];
	}
	const again: ZoomCandidate[] = [];
	for (const person of lost) {
		const registrant = read.value.find(person.email);
		if (registrant !== undefined) isFoundAfterCall(target, person, registrant);
		else if (person.calls < CALLS_AT_MOST) again.push(person);
		else person.fail('uncertain', { message: TWICE, repair: REPAIR });
	}
	return again;
}

const TWICE =
	'The registration was sent twice and both answers were lost; the person is not among the registrants';
const REPAIR = 'Look at the registrants of the webinar in Zoom, then run again';
