import {
	updateDisplayOptions,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';

import { ParameterError } from '../../../shared/node/errors';
import { readLimit } from '../../../shared/node/limit';
import { readMomentOr } from '../../../shared/node/moment';
import { readHost } from '../../descriptions/hostLocator';
import { toRecording } from '../../mapping/recording';
import { zoomAccount } from '../../transport/credential';
import { manyFields } from './fields';
import { recordingsOfHost } from './find';

const DAY_MS = 24 * 60 * 60 * 1000;
const DEFAULT_DAYS = 30;

export const description = updateDisplayOptions(
	{ show: { resource: ['recording'], operation: ['getAll'] } },
	manyFields,
);

/** The files of a host's recordings, newest session first, as links; meetings are left out. */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[][]> {
	const limit = readLimit(this, itemIndex);
	const now = Date.now();
	const to = readMomentOr(this, 'to', itemIndex, 'To', now);
	const from = readMomentOr(this, 'from', itemIndex, 'From', to - DEFAULT_DAYS * DAY_MS);
	if (from > to) {
		throw new ParameterError('From is later than To', 'Enter a From that is before To');
	}
	const withPasscode =
		this.getNodeParameter('options.shareLinkWithPasscode', itemIndex, false) === true;
	const { accountId } = await zoomAccount(this);
	const items: INodeExecutionData[] = [];
	const pages = recordingsOfHost(this, readHost(this, itemIndex), accountId, from, to);
	for await (const sessions of pages) {
		for (const session of sessions) {
			for (const file of session.entries) {
				const recording = toRecording(session, file, { links: true, withPasscode });
				items.push({
					json: { webinar: session.webinar, recording },
					pairedItem: { item: itemIndex },
				});
			}
		}
		if (items.length >= limit) break;
	}
	return [items.slice(0, limit)];
}
