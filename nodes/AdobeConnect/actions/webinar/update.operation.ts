import {
	updateDisplayOptions,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
} from 'n8n-workflow';

import { causeOf, isCancelled } from '../../../shared/node/errors';
import { onlyWhenPeopleFail, type Written } from '../../../shared/node/people';
import { readWebinarKey, webinarLocator } from '../../descriptions/webinarLocator';
import { whyNotUnder } from '../../mapping/seminarLicence';
import { createClient, type AdobeClient } from '../../transport/request';
import { attributeOf } from '../../xml/element';
import { alreadySo, done, oneByOne, refused } from '../outcome';
import { applyChange } from './applyChange';
import { changedSettings, changeFields } from './changeFields';
import { Places, refuseUnfit } from './places';
import { planChange, type PlannedChange } from './planChange';
import { Progress } from './progress';
import { readBack } from './readBack';
import { findTarget, scopeFields, type Target } from './scope';
import { readWantedChange } from './wantedChange';

const fields: INodeProperties[] = [
	webinarLocator,
	...scopeFields,
	changeFields,
	changedSettings,
	onlyWhenPeopleFail,
];

export const description = updateDisplayOptions(
	{ show: { resource: ['webinar'], operation: ['update'] } },
	fields,
);

/** One meeting, seminar or session per item; only what differs from what is there is sent. */
export async function operation(
	this: IExecuteFunctions,
	items: INodeExecutionData[],
): Promise<Written[]> {
	const client = await createClient(this);
	const places = new Places(client);
	return await oneByOne(this, items, async (index) => {
		const now = Date.now();
		const key = readWebinarKey(this, index, client.account.baseUrl);
		const wanted = readWantedChange(this, index);
		const target = await findTarget(this, client, index, key, 'change');
		const plan = planChange(target, wanted, now);
		await checkLicence(places, target, plan, now);
		const progress = new Progress();
		return await change(client, target, plan, progress).catch((error: unknown) => {
			if (!progress.hasWritten() || isCancelled(this, error)) throw error;
			return { outcome: halfDone(progress, error) };
		});
	});
}

async function change(
	client: AdobeClient,
	{ found }: Target,
	plan: PlannedChange,
	progress: Progress,
): Promise<Written> {
	const changed = await applyChange(client, plan, progress);
	const { webinar } = found;
	if (changed.length === 0) {
		const outcome = alreadySo(webinar.webinarId, 'The webinar was already up to date');
		return { outcome, adds: { webinar } };
	}
	const sessionId = plan.session?.id ?? webinar.occurrenceId;
	const back = await readBack(client, plan.roomId, sessionId, plan.times, progress);
	const message = `Updated ${changed.join(', ')}${back.difference}`;
	return {
		outcome: {
			...done('updated', webinar.webinarId, message),
			repair: back.repair,
			steps: progress.told(),
		},
		adds: { webinar: back.webinar ?? webinar },
	};
}

/** What a licence does not carry is said before anything is written. */
async function checkLicence(
	places: Places,
	{ found }: Target,
	{ expected, times }: PlannedChange,
	now: number,
): Promise<void> {
	if (found.webinar.kind !== 'seminar' || (expected === null && times === null)) return;
	const licence = await places.licenceOf(attributeOf(found.sco, 'folder-id'));
	const start = times?.start ?? found.webinar.scheduledStartTime ?? '';
	if (licence === undefined) return;
	refuseUnfit(whyNotUnder(licence, { start, expected: expected?.people, now }));
}

function halfDone(progress: Progress, error: unknown) {
	const { message, repair } = causeOf(error);
	return {
		...refused(error, progress.roomId),
		action: 'updated',
		message: `Only a part was changed: ${message}`,
		repair: `${repair}. Then run again; what was changed stays changed`,
		steps: progress.told(),
	};
}
