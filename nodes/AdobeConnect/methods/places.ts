import type {
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';

import { unless } from '../../shared/transport/unless';
import { toLicence, type SeminarLicence } from '../mapping/seminarLicence';
import { contentsOf, expandedContentsOf, getFolderIds } from '../transport/endpoints/scos';
import { getLicences } from '../transport/endpoints/seminars';
import { createClient } from '../transport/request';
import { allRows } from '../transport/rows';
import { isHidden } from '../transport/told';
import { attributeOf, valueOf, type XmlElement } from '../xml/element';
import { pageOf } from './entries';

/** Seminar licences with the people they take and the day they end; expired ones last. */
export async function licences(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const client = await createClient(this);
	const seminarsId = (await getFolderIds(client)).get('seminars');
	const found = seminarsId === undefined ? [] : await getLicences(client, seminarsId);
	const entries = found
		.map(toLicence)
		.sort((a, b) => Number(a.isExpired) - Number(b.isExpired) || a.name.localeCompare(b.name))
		.map((licence) => ({ name: licenceName(licence), value: licence.id }));
	return pageOf(entries, filter, paginationToken);
}

function licenceName({ name, capacity, end, isExpired }: SeminarLicence): string {
	const people = capacity === null ? '' : ` · ${capacity} people`;
	const until = end === null ? '' : ` · until ${end.slice(0, 10)}`;
	return `${name}${people}${isExpired ? ' · expired' : until}`;
}

const TEMPLATES = [
	['my-meeting-templates', 'Mine'],
	['shared-meeting-templates', 'Shared'],
] as const;

/** Templates of rooms: the user's own, then those of the account. */
export async function templates(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const client = await createClient(this);
	const folders = await getFolderIds(client);
	const entries: INodeListSearchItems[] = [];
	for (const [type, whose] of TEMPLATES) {
		const folderId = folders.get(type);
		if (folderId === undefined) continue;
		const rows = contentsOf(
			client,
			folderId,
			[['filter-type', 'meeting']],
			'the list of templates',
		);
		const found = (await unless(isHidden, allRows(rows))) ?? [];
		entries.push(
			...found.map((row) => entryOf(row, `${valueOf(row, 'name')} · ${whose}`)).sort(byName),
		);
	}
	return pageOf(entries, filter, paginationToken);
}

const FOLDERS = [
	['my-meetings', 'My Meetings'],
	['meetings', 'Shared Meetings'],
] as const;

/** Folders for meetings: the user's own and the shared one, each followed by what lies in it. */
export async function folders(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const client = await createClient(this);
	const known = await getFolderIds(client);
	const entries: INodeListSearchItems[] = [];
	for (const [type, name] of FOLDERS) {
		const folderId = known.get(type);
		if (folderId === undefined) continue;
		const rows = expandedContentsOf(
			client,
			folderId,
			[['filter-type', 'folder']],
			'the list of folders',
		);
		const below = (await unless(isHidden, allRows(rows))) ?? [];
		const templatesId = known.get('shared-meeting-templates');
		const others = below
			.filter((row) => ![folderId, templatesId].includes(attributeOf(row, 'sco-id')))
			.map((row) => entryOf(row, `${name} · ${valueOf(row, 'name')}`));
		entries.push({ name, value: folderId }, ...others.sort(byName));
	}
	return pageOf(entries, filter, paginationToken);
}

function entryOf(row: XmlElement, name: string): INodeListSearchItems {
	return { name, value: attributeOf(row, 'sco-id') };
}

function byName(a: INodeListSearchItems, b: INodeListSearchItems): number {
	return a.name.localeCompare(b.name);
}
