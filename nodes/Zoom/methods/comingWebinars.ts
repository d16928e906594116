import type {
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';

import { concurrently } from '../../shared/transport/concurrently';
import { asNumber, asText, type JsonObject } from '../../shared/transport/json';
import { unless } from '../../shared/transport/unless';
import { ME } from '../descriptions/hostLocator';
import { chosenCredential } from '../transport/credential';
import { getUsers } from '../transport/endpoints/users';
import { getHostWebinars, getUpcomingWebinars } from '../transport/endpoints/webinars';
import { isForbidden, isWithoutLicence } from '../transport/permitted';
import { toldReason } from '../transport/told';
import { FOUR_WEEKS_MS, webinarEntries, type ListedWebinar } from './entries';

/** A live webinar may have begun on the day before. */
const DAY_MS = 24 * 60 * 60 * 1000;
/** Webinars are planned at most about a year ahead. */
const WINDOWS = 13;
const HOSTS_AT_ONCE = 5;
/** Hosts behind one page of the list, where the account has to be asked host by host. */
const HOSTS_PER_PAGE = 50;

/**
 * Webinars that are coming or live, soonest first. For the whole account through the report of
 * upcoming events, four weeks a page, or host by host where the app may not read it; with OAuth2
 * those of whoever signed in. Webinars of Zoom Events are left out.
 */
export async function comingWebinars(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	if (chosenCredential(this.getNode()) === 'zoomWebinarOAuth2Api') {
		const rows = await getHostWebinars(this, ME, 'upcoming', false);
		return { results: webinarEntries(rows.map(listed).sort(bySoonest), filter) };
	}
	const [way, at] = (paginationToken ?? '').split(':');
	if (way === 'hosts') return await byHost(this, filter, asNumber(at) ?? 0);
	const byReport = await unless(isForbidden, ofAccount(this, filter, asNumber(at) ?? 0));
	return byReport ?? (await byHost(this, filter, 0));
}

async function ofAccount(
	context: ILoadOptionsFunctions,
	filter: string | undefined,
	first: number,
): Promise<INodeListSearchResult> {
	const start = Date.now() - DAY_MS;
	let window = first;
	let results: INodeListSearchItems[] = [];
	for (; results.length === 0 && window < WINDOWS; window += 1) {
		const from = start + window * FOUR_WEEKS_MS;
		const rows = await getUpcomingWebinars(context, day(from), day(from + FOUR_WEEKS_MS));
		results = webinarEntries(await notYetOver(context, nextDates(rows), filter), filter);
	}
	return { results, ...(window < WINDOWS && { paginationToken: `report:${window}` }) };
}

/** A recurring webinar stands there with each date; one that has begun matters only if it is the last. */
function nextDates(rows: readonly JsonObject[]): JsonObject[] {
	const now = Date.now();
	const isComing = ({ start_time }: JsonObject): boolean => Date.parse(asText(start_time)) >= now;
	const coming = new Set(rows.filter(isComing).map(({ id }) => asText(id)));
	return rows.filter((row) => isComing(row) || !coming.has(asText(row.id)));
}

/**
 * The report tells neither how long a webinar lasts nor whether it is one of Zoom Events; the lists
 * of the hosts who have something planned do. Zoom does not say either which ID the report gives, so
 * one that is no webinar ID is looked up in the lists as well. A list that may not be read judges
 * nobody whose ID is known.
 */
async function notYetOver(
	context: ILoadOptionsFunctions,
	rows: readonly JsonObject[],
	filter: string | undefined,
): Promise<ListedWebinar[]> {
	const matching = rows.filter((row) => webinarEntries([listed(row)], filter).length > 0);
	const hosts = [...new Set(matching.map(({ host_id }) => asText(host_id)))];
	const known = new Map(
		await concurrently(hosts, HOSTS_AT_ONCE, async (host) => {
			const asked = host === '' ? undefined : getHostWebinars(context, host, 'upcoming', false);
			const webinars = asked && (await unless(cannotTell, asked));
			return [host, webinars] as const;
		}),
	);
	return matching
		.flatMap((row) => {
			const ofHost = known.get(asText(row.host_id));
			if (ofHost === undefined) return /^\d+$/.test(asText(row.id)) ? [listed(row)] : [];
			const webinar = ofHost.find((one) => isSame(one, row));
			return webinar === undefined ? [] : [listed({ ...row, id: webinar.id })];
		})
		.sort(bySoonest);
}

function isSame(webinar: JsonObject, event: JsonObject): boolean {
	const id = asText(event.id);
	if (/^\d+$/.test(id)) return asText(webinar.id) === id;
	const { topic, start_time } = webinar;
	return asText(webinar.uuid) === id || (topic === event.topic && start_time === event.start_time);
}

async function byHost(
	context: ILoadOptionsFunctions,
	filter: string | undefined,
	first: number,
): Promise<INodeListSearchResult> {
	const users = await getUsers(context);
	let next = first;
	let results: INodeListSearchItems[] = [];
	for (; results.length === 0 && next < users.length; next += HOSTS_PER_PAGE) {
		const hosts = users.slice(next, next + HOSTS_PER_PAGE);
		const lists = await concurrently(hosts, HOSTS_AT_ONCE, async (user) => {
			const asked = getHostWebinars(context, asText(user.id), 'upcoming', false);
			return (await unless(isWithoutLicence, asked)) ?? [];
		});
		results = webinarEntries(lists.flat().map(listed).sort(bySoonest), filter);
	}
	return { results, ...(next < users.length && { paginationToken: `hosts:${next}` }) };
}

/** The host has left the account, or the app may not read the list. */
function cannotTell(error: unknown): boolean {
	return isForbidden(error) || toldReason(error, 'vendorRejected');
}

function listed({ id, topic, start_time }: JsonObject): ListedWebinar {
	return { id: asText(id), topic: asText(topic), start: asText(start_time) };
}

/** Webinars without a fixed time come last. */
function bySoonest(a: ListedWebinar, b: ListedWebinar): number {
	return (a.start || '9999').localeCompare(b.start || '9999');
}

function day(moment: number): string {
	return new Date(moment).toISOString().slice(0, 10);
}
