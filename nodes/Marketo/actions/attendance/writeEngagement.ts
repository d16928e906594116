import { alive } from '../../../shared/node/ended';
import { inBatches } from '../../../shared/transport/batch';
import { concurrently } from '../../../shared/transport/concurrently';
import { activityInput } from '../../mapping/interactionActivity';
import type { ActivityType } from '../../mapping/activityType';
import { isRefused } from '../../mapping/rowAnswer';
import { addCustomActivities } from '../../transport/endpoints/activities';
import { BATCH_SIZE } from '../../transport/limits';
import { sendHalving } from '../../transport/sendHalving';
import type { Run } from '../people/run';
import { writeMemberData } from '../people/writeMemberData';
import { activityTask, type Sending } from './activityTask';
import type { Attendee } from './attendee';
import type { Engagement } from './prepareEngagement';

/**
 * Writes what people did as custom activities, and then their member data with the marker of what was
 * written. Marketo takes whatever it is sent, so an activity whose answer was lost is not sent again,
 * and the member data follows soon: after as many calls as may be under way at once, for the members
 * whose activities are complete. Who is written when a run is killed in between gets them once more by
 * the next one.
 */
export async function writeEngagement(
	run: Run,
	attendees: readonly Attendee[],
	{ type, field }: Engagement,
): Promise<void> {
	const tasks = alive(attendees).flatMap((attendee) => activityTask(attendee, field) ?? []);
	const unwritten = new Set(alive(attendees));
	const write = async (people: readonly Attendee[]) => {
		for (const person of people) unwritten.delete(person);
		await writeMemberDataOf(run, people);
	};
	if (run.options.preview) {
		for (const sending of tasks.flatMap(({ sendings }) => sendings)) sending.state = 'written';
	} else {
		const { concurrency } = run.client;
		const batches = inBatches(
			tasks.flatMap(({ sendings }) => sendings),
			BATCH_SIZE,
		);
		const open = [...tasks];
		const complete: Attendee[] = [];
		for (const wave of inBatches(batches, concurrency)) {
			await concurrently(wave, concurrency, async (batch) => await send(run, type, batch));
			const firstOpen = open.findIndex(({ isSettled }) => !isSettled);
			for (const task of open.splice(0, firstOpen < 0 ? open.length : firstOpen)) {
				task.remember();
				complete.push(task.attendee);
			}
			// Whole batches only: the rest goes with the next ones.
			await write(complete.splice(0, complete.length - (complete.length % BATCH_SIZE)));
		}
	}
	await write([...unwritten]);
	for (const task of tasks) task.tell();
}

async function send(run: Run, type: ActivityType, batch: readonly Sending[]): Promise<void> {
	await sendHalving(
		batch,
		async (part) => {
			const input = part.map(({ attendee, activity }) =>
				activityInput(activity, attendee.lead?.id ?? 0, type),
			);
			const answers = await addCustomActivities(run.client, input);
			part.forEach((sending, index) => {
				const answer = answers[index];
				if (answer !== undefined && !isRefused(answer)) sending.state = 'written';
				else refuse(sending, { answer });
			});
		},
		(part, error) => {
			for (const sending of part) refuse(sending, { error });
		},
	);
}

function refuse(sending: Sending, refusal: NonNullable<Sending['refusal']>): void {
	sending.state = 'refused';
	sending.refusal = refusal;
}

/** Member data of some of the people. */
async function writeMemberDataOf(run: Run, people: readonly Attendee[]): Promise<void> {
	const some = new Set<unknown>(people);
	const parts = run.parts.map((part) => ({
		...part,
		people: part.people.filter((person) => some.has(person)),
	}));
	await writeMemberData({ ...run, parts });
}
