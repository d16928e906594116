import {
	updateDisplayOptions,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';

import { ParameterError } from '../../../shared/node/errors';
import { readCount, readLimit } from '../../../shared/node/limit';
import type { Webinar } from '../../../shared/model/webinar';
import { inBatches } from '../../../shared/transport/batch';
import { concurrently } from '../../../shared/transport/concurrently';
import { asObject, asText } from '../../../shared/transport/json';
import { unless } from '../../../shared/transport/unless';
import { readHost } from '../../descriptions/hostLocator';
import { toPastWebinar, toWebinar } from '../../mapping/webinar';
import { zoomAccount } from '../../transport/credential';
import { getUsers } from '../../transport/endpoints/users';
import { getHostWebinars } from '../../transport/endpoints/webinars';
import { pastSessions } from '../../transport/history';
import { isWithoutLicence } from '../../transport/permitted';
import { getAllFields } from './getAllFields';

const HOSTS_AT_ONCE = 5;

export const description = updateDisplayOptions(
	{ show: { resource: ['webinar'], operation: ['getAll'] } },
	getAllFields,
);

/** Many webinars: those that ended (newest first), or those that have not expired. */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[][]> {
	const limit = readLimit(this, itemIndex);
	const { accountId } = await zoomAccount(this);
	const which = this.getNodeParameter('which', itemIndex);
	const webinars =
		which === 'ended'
			? await readEnded(this, itemIndex, limit, accountId)
			: await readPlanned(this, itemIndex, limit, accountId);
	return [webinars.slice(0, limit).map((json) => ({ json, pairedItem: { item: itemIndex } }))];
}

async function readEnded(
	context: IExecuteFunctions,
	itemIndex: number,
	limit: number,
	accountId: string,
): Promise<Webinar[]> {
	const days = readCount(context, 'days', itemIndex, 'Ended Within (Days)');
	if (days > 180) {
		throw new ParameterError('Ended Within (Days) is more than 180', 'Enter 180 days or fewer');
	}
	const webinars: Webinar[] = [];
	for await (const rows of pastSessions(context, days, Date.now())) {
		webinars.push(...rows.map((row) => toPastWebinar(row, accountId)));
		if (webinars.length >= limit) break;
	}
	return webinars;
}

async function readPlanned(
	context: IExecuteFunctions,
	itemIndex: number,
	limit: number,
	accountId: string,
): Promise<Webinar[]> {
	const type =
		context.getNodeParameter('which', itemIndex) === 'upcoming' ? 'upcoming' : 'scheduled';
	const options = asObject(context.getNodeParameter('options', itemIndex, {}));
	const listOf = async (host: string, email: string): Promise<Webinar[]> => {
		const rows = await getHostWebinars(context, host, type, options.includeEvents === true);
		// Zoom's list names the host by ID only.
		return rows.map((row) => ({ ...toWebinar(row, accountId), hostEmail: email.toLowerCase() }));
	};
	if (context.getNodeParameter('hosts', itemIndex, 'one') !== 'all') {
		const host = readHost(context, itemIndex);
		return await listOf(host, host.includes('@') ? host : '');
	}
	const webinars: Webinar[] = [];
	for (const users of inBatches(await getUsers(context), HOSTS_AT_ONCE)) {
		const lists = await concurrently(users, HOSTS_AT_ONCE, async ({ id, email }) => {
			const list = await unless(isWithoutLicence, listOf(asText(id), asText(email)));
			return list ?? [];
		});
		webinars.push(...lists.flat());
		if (webinars.length >= limit) break;
	}
	return webinars;
}
