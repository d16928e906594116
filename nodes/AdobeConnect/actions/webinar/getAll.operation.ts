import {
	updateDisplayOptions,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';

import { ParameterError } from '../../../shared/node/errors';
import { readCount, readLimit } from '../../../shared/node/limit';
import { momentIn } from '../../../shared/node/startTime';
import { asArray, asObject, asText } from '../../../shared/transport/json';
import type { WebinarKind } from '../../mapping/webinar';
import { byNewest, bySoonest, type Scope } from '../../mapping/webinarScope';
import { createClient } from '../../transport/request';
import { listWebinars } from '../webinars/list';
import { getAllFields } from './getAllFields';

const DAY_MS = 24 * 60 * 60 * 1000;
const KINDS: readonly WebinarKind[] = ['event', 'seminar', 'meeting'];

export const description = updateDisplayOptions(
	{ show: { resource: ['webinar'], operation: ['getAll'] } },
	getAllFields,
);

/** Many webinars: those that ended, those that are coming, or all, in the order of their planned start. */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[][]> {
	const limit = readLimit(this, itemIndex);
	const scope = readScope(this, itemIndex, Date.now());
	const kinds = readKinds(this, itemIndex);
	const { search } = asObject(this.getNodeParameter('options', itemIndex, {}));
	const wanted = asText(search).trim().toLowerCase();
	const client = await createClient(this);
	const scopes = Object.fromEntries(kinds.map((kind) => [kind, scope]));
	const webinars = (await listWebinars(client, scopes)).filter(({ topic }) =>
		topic.toLowerCase().includes(wanted),
	);
	webinars.sort(this.getNodeParameter('which', itemIndex) === 'upcoming' ? bySoonest : byNewest);
	return [webinars.slice(0, limit).map((json) => ({ json, pairedItem: { item: itemIndex } }))];
}

function readScope(context: IExecuteFunctions, itemIndex: number, now: number): Scope {
	const options = asObject(context.getNodeParameter('options', itemIndex, {}));
	const startsFrom = readMoment(context, options.startsFrom, 'Starts From');
	const startsTo = readMoment(context, options.startsUntil, 'Starts Until');
	const starts: Scope = {
		...(startsFrom !== undefined && { startsFrom }),
		...(startsTo !== undefined && { startsTo }),
	};
	const which = context.getNodeParameter('which', itemIndex, 'ended');
	if (which === 'all') return starts;
	if (which === 'upcoming') return { ...starts, endsAfter: now };
	const ended: Scope = { ...starts, endedBefore: now };
	if (startsFrom !== undefined) return ended;
	const days = readCount(context, 'days', itemIndex, 'Ended Within (Days)');
	return { ...ended, endsAfter: now - days * DAY_MS };
}

function readMoment(context: IExecuteFunctions, typed: unknown, label: string): number | undefined {
	if (typed === undefined || typed === null || typed === '') return undefined;
	return momentIn(typed, context.getTimezone(), label).toMillis();
}

function readKinds(context: IExecuteFunctions, itemIndex: number): WebinarKind[] {
	const chosen = asArray(context.getNodeParameter('kinds', itemIndex, KINDS));
	const kinds = KINDS.filter((kind) => chosen.includes(kind));
	if (kinds.length === 0) {
		throw new ParameterError('No kind of webinar is chosen', 'Choose at least one in Kinds');
	}
	return kinds;
}
