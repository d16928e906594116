import {
	updateDisplayOptions,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
} from 'n8n-workflow';

import { onlyWhenPeopleFail, type Written } from '../../../shared/node/people';
import { Run } from '../../../shared/registrants/door';
import { registrantField } from '../../../shared/registrants/fields';
import { openOnes } from '../../../shared/registrants/person';
import { isGone } from '../../../shared/registrants/subject';
import { concurrently } from '../../../shared/transport/concurrently';
import { occurrenceLocator } from '../../descriptions/occurrenceLocator';
import { webinarLocator } from '../../descriptions/webinarLocator';
import { deleteRegistrant } from '../../transport/endpoints/registrantWrites';
import { toldReason } from '../../transport/told';
import { CALLS_AT_ONCE } from './changeStatus';
import type { ZoomDoor } from './door';
import { readSubjects, type ZoomSubject } from './known/subject';
import { forEachTarget, lookUpKnown, type KnownTarget } from './known/target';

const fields: INodeProperties[] = [
	webinarLocator,
	occurrenceLocator,
	registrantField,
	onlyWhenPeopleFail,
];

/** The fields of *Delete*. */
export const description = updateDisplayOptions(
	{ show: { resource: ['registrant'], operation: ['delete'] } },
	fields,
);

/** Deletes registrants, over all items at once; Zoom then knows nothing of them any more. */
export async function operation(
	this: IExecuteFunctions,
	items: INodeExecutionData[],
): Promise<Written[]> {
	const people = readSubjects(this, items, 'deletion');
	const run = new Run(this);
	await forEachTarget(run, people, () => '', deleteAll);
	return people.map((person) => person.written(false));
}

/** Zoom deletes by ID, so the list is read where the email is all that is known. */
async function deleteAll(target: KnownTarget): Promise<void> {
	const { door, people } = target;
	const byEmail = people.some(({ id }) => id === '');
	await lookUpKnown(target, byEmail ? 'always' : 'never', isGone);
	await concurrently(openOnes(people), CALLS_AT_ONCE, async (person) => {
		await deleteOne(door, person);
	});
}

/** https://developers.zoom.us/docs/api/meetings/#tag/webinars/DELETE/webinars/{webinarId}/registrants/{registrantId} */
async function deleteOne(door: ZoomDoor, person: ZoomSubject): Promise<void> {
	const { context, webinarId, occurrenceId } = door;
	const { id } = person.key;
	const wasListed = person.registrant !== null;
	const attempted = await door.attempt(
		async () => await deleteRegistrant(context, webinarId, id ?? '', occurrenceId),
	);
	const isUnknown = !attempted.ok && toldReason(attempted.error, 'registrantNotFound');
	// Who was listed just now and is gone was deleted by a call of ours whose answer was lost.
	if (attempted.ok || (isUnknown && wasListed)) {
		door.run.wrote = true;
		person.done('deleted', 'Deleted');
	} else if (isUnknown) isGone(person);
	else person.refuse(attempted.error);
}
