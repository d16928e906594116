import { openOnes } from '../../../../shared/registrants/person';
import {
	hasStatus,
	siftByStatus,
	STATUS_WORDS,
	type StatusAction,
} from '../../../../shared/registrants/statusChange';
import { isGone, isMissing } from '../../../../shared/registrants/subject';
import type { Permission } from '../../../transport/endpoints/permissions';
import { changePermissions } from '../../people/changePermissions';
import type { JoinLinks } from '../../people/joinLinks';
import type { AdobeSubject } from './subject';
import { lookUpKnown, type KnownTarget } from './target';

const PERMISSIONS: Record<StatusAction, Permission> = {
	approve: 'view',
	deny: 'denied',
	cancel: 'remove',
};

/** Gives the people of one webinar a status; those who have it already are not sent. */
export async function applyStatus(
	target: KnownTarget,
	action: StatusAction,
	links: JoinLinks,
): Promise<void> {
	const words = STATUS_WORDS[action];
	// Whoever is cancelled is on no list any more.
	await lookUpKnown(target, action === 'cancel' ? isGone : isMissing);
	const already = action === 'cancel' ? [] : words.already;
	siftByStatus(target.people, { ...words, already });
	await change(target, PERMISSIONS[action], (person) => {
		hasStatus(person, words);
		if (person.registrant === null) return;
		const { webinar } = target.door.found;
		person.registrant = links.withLink(person.registrant, webinar, target.occurrenceId);
	});
}

/** Takes people off the event or the room; the person stays in the account. */
export async function remove(target: KnownTarget): Promise<void> {
	await lookUpKnown(target, isGone);
	await change(target, 'remove', (person) => {
		person.done('deleted', 'Deleted');
	});
}

async function change(
	{ door, people }: KnownTarget,
	permission: Permission,
	done: (person: AdobeSubject) => void,
): Promise<void> {
	const open = openOnes(people);
	const changes = open.map(({ registrant }) => ({
		principalId: registrant?.registrantId ?? '',
		permission,
	}));
	const failed = await changePermissions(door, changes);
	for (const person of open) {
		const error = failed.get(person.registrant?.registrantId ?? '');
		if (error === undefined) done(person);
		else person.refuse(error);
	}
}
