import {
	updateDisplayOptions,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';

import { ParameterError } from '../../../shared/node/errors';
import { readLimit } from '../../../shared/node/limit';
import { readMomentOr } from '../../../shared/node/moment';
import { readWebinarKey } from '../../descriptions/webinarLocator';
import { toRecording, type AdobeFile, type AdobeRecording } from '../../mapping/recording';
import type { AdobeWebinar } from '../../mapping/webinar';
import { createClient, type AdobeClient } from '../../transport/request';
import { findWebinar } from '../webinars/find';
import { ChosenRuns } from './chosen';
import { manyFields } from './fields';
import { readViews } from './file';
import { readRoom } from './find';
import { WebinarsOfRecordings } from './findAll';
import { readOf } from './options';
import { allRecordings } from './trees';

const DAY_MS = 24 * 60 * 60 * 1000;
const DEFAULT_DAYS = 30;

export const description = updateDisplayOptions(
	{ show: { resource: ['recording'], operation: ['getAll'] } },
	manyFields,
);

/** Recordings as links, newest first. */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[][]> {
	const limit = readLimit(this, itemIndex);
	const to = readMomentOr(this, 'to', itemIndex, 'To', Date.now());
	const from = readMomentOr(this, 'from', itemIndex, 'From', to - DEFAULT_DAYS * DAY_MS);
	if (from > to) {
		throw new ParameterError('From is later than To', 'Enter a From that is before To');
	}
	const views = this.getNodeParameter('options.includeViews', itemIndex, false) === true;
	const client = await createClient(this);
	const { webAddress } = await client.session();
	const found =
		readOf(this, itemIndex) === 'webinar'
			? await ofWebinar(this, itemIndex, client)
			: ofAccount(client, await allRecordings(client, from, to));
	const items: INodeExecutionData[] = [];
	for (const one of [...found.files].reverse()) {
		const start = Date.parse(one.startTime ?? '');
		if (start < from || start >= to) continue;
		if (items.length >= limit) break;
		const completed = await found.complete(one);
		if (completed === undefined) continue;
		const { file, webinar } = completed;
		const recording: AdobeRecording = {
			...toRecording(file, webAddress, true),
			...(views && { views: await readViews(client, file.recordingId) }),
		};
		items.push({
			json: { webinar, recording } satisfies IDataObject,
			pairedItem: { item: itemIndex },
		});
	}
	return [items];
}

interface Listed {
	/** Oldest first. */
	files: AdobeFile[];
	/** undefined when it is not there after all. */
	complete(file: AdobeFile): Promise<{ file: AdobeFile; webinar: AdobeWebinar } | undefined>;
}

async function ofWebinar(
	context: IExecuteFunctions,
	itemIndex: number,
	client: AdobeClient,
): Promise<Listed> {
	const key = readWebinarKey(context, itemIndex, client.account.baseUrl);
	const webinar = await findWebinar(client, key);
	const room = await readRoom(client, webinar);
	const chosen = new ChosenRuns(webinar, room, { sessionId: '', allRuns: true });
	return {
		files: room.files.filter((file) => chosen.includes(file)),
		complete: async (file) => ({ file, webinar: chosen.webinarOf(file) }),
	};
}

function ofAccount(client: AdobeClient, files: AdobeFile[]): Listed {
	const webinars = new WebinarsOfRecordings(client);
	return { files, complete: async (file) => await webinars.of(file) };
}
