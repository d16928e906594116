import type { IDataObject } from 'n8n-workflow';

import type { JsonObject } from '../../../shared/transport/json';
import { rowAnswers, type RowAnswer } from '../../mapping/rowAnswer';
import type { MarketoAnswer, MarketoClient } from '../request';

const READ = 'Read-Only Activity';

/** All activity types of the instance, its own ones too. */
export async function activityTypes(client: MarketoClient): Promise<JsonObject[]> {
	const { result } = await client.request({
		path: '/rest/v1/activities/types.json',
		what: 'activity types',
		permission: READ,
	});
	return result;
}

/**
 * The page token from which activities since a moment are read.
 * https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/rest/lead-database/activities
 * @param since ISO 8601
 */
export async function pagingToken(client: MarketoClient, since: string): Promise<string> {
	const { nextPageToken } = await client.request({
		path: '/rest/v1/activities/pagingtoken.json',
		query: { sinceDatetime: since },
		what: 'the paging token of activities',
		permission: READ,
	});
	return nextPageToken;
}

/** One page of activities; it may be empty and still not be the last one. */
export async function activityPage(
	client: MarketoClient,
	query: {
		activityTypeIds: readonly number[];
		nextPageToken: string;
		assetIds?: readonly number[];
	},
): Promise<MarketoAnswer> {
	return await client.request({
		path: '/rest/v1/activities.json',
		query: {
			activityTypeIds: query.activityTypeIds.join(','),
			nextPageToken: query.nextPageToken,
			assetIds: query.assetIds?.join(','),
			batchSize: 300,
		},
		what: 'activities',
		permission: READ,
	});
}

/** The custom activity types that the instance has, drafts too. */
export async function customActivityTypes(client: MarketoClient): Promise<JsonObject[]> {
	const { result } = await client.request({
		path: '/rest/v1/activities/external/types.json',
		what: 'custom activity types',
		permission: 'Read-Only Activity Metadata',
	});
	return result;
}

/**
 * One custom activity type with its attributes, as it has been approved, or its draft.
 * https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/rest/lead-database/activities
 */
export async function describeActivityType(
	client: MarketoClient,
	apiName: string,
	draft: boolean,
): Promise<JsonObject | undefined> {
	const { result } = await client.request({
		path: `${typePath(apiName)}/describe.json`,
		query: { draft: draft ? 'true' : undefined },
		what: `the custom activity type ${apiName}`,
		permission: 'Read-Only Activity Metadata',
	});
	return result[0];
}

/** Makes the draft of a custom activity type; an instance has at most 10. */
export async function createActivityType(client: MarketoClient, type: IDataObject): Promise<void> {
	await client.request({
		path: '/rest/v1/activities/external/type.json',
		json: type,
		write: 'createActivityType',
		what: `the custom activity type ${String(type.apiName)}`,
		permission: WRITE_METADATA,
	});
}

/** Adds attributes to the draft of a custom activity type; it has at most 20. */
export async function createActivityAttributes(
	client: MarketoClient,
	apiName: string,
	attributes: readonly IDataObject[],
): Promise<void> {
	await client.request({
		path: `${typePath(apiName)}/attributes/create.json`,
		json: { attributes: [...attributes] },
		write: 'createActivityAttributes',
		what: `the attributes of the custom activity type ${apiName}`,
		permission: WRITE_METADATA,
	});
}

/** Makes the draft of a custom activity type the one by which activities are written. */
export async function approveActivityType(client: MarketoClient, apiName: string): Promise<void> {
	await client.request({
		path: `${typePath(apiName)}/approve.json`,
		json: {},
		write: 'approveActivityType',
		what: `the custom activity type ${apiName}`,
		permission: WRITE_METADATA,
	});
}

const WRITE_METADATA = 'Read-Write Activity Metadata';

function typePath(apiName: string): string {
	return `/rest/v1/activities/external/type/${encodeURIComponent(apiName)}`;
}

/** Writes at most 300 custom activities. Marketo neither changes nor deletes nor compares them. */
export async function addCustomActivities(
	client: MarketoClient,
	input: readonly IDataObject[],
): Promise<Array<RowAnswer | undefined>> {
	const { result } = await client.request({
		path: '/rest/v1/activities/external.json',
		json: { input: [...input] },
		write: 'addActivities',
		what: 'custom activities',
		permission: 'Read-Write Activity',
	});
	return rowAnswers(result, input.length);
}
