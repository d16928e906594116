import type { IDataObject } from 'n8n-workflow';

import { asObjects, type JsonObject } from '../../../shared/transport/json';
import { rowAnswers, type RowAnswer } from '../../mapping/rowAnswer';
import { leadPages } from '../pages';
import type { MarketoClient } from '../request';

const READ = 'Read-Only Person';
const WRITE = 'Read-Write Person';

/**
 * Members of a program by a filter of at most 300 values. A row holds member fields only: no address.
 * https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/rest/lead-database/program-members
 * @param fields REST names; Marketo leaves out statusName and webinarUrl unless they are asked for
 */
export function membersBy(
	client: MarketoClient,
	programId: number,
	filter: string,
	values: ReadonlyArray<string | number>,
	fields: readonly string[],
): AsyncGenerator<JsonObject[], void, undefined> {
	return leadPages(client, {
		path: `/rest/v1/programs/${programId}/members.json`,
		query: { filterType: filter, filterValues: values.join(','), fields: fields.join(',') },
		what: 'the members of the program',
		permission: READ,
	});
}

/**
 * Gives at most 300 people one status; who is no member becomes one.
 * @returns an answer per lead, in their order
 */
export async function changeStatus(
	client: MarketoClient,
	programId: number,
	statusName: string,
	leadIds: readonly number[],
): Promise<Array<RowAnswer | undefined>> {
	const { result } = await client.request({
		path: `/rest/v1/programs/${programId}/members/status.json`,
		json: { statusName, input: leadIds.map((leadId) => ({ leadId })) },
		write: 'changeStatus',
		what: `the program status ${statusName}`,
		permission: WRITE,
	});
	return rowAnswers(result, leadIds.length);
}

/**
 * Writes fields of at most 300 members.
 * @param input with `leadId` each; whole values are set
 * @returns an answer per member, in their order
 */
export async function writeMemberData(
	client: MarketoClient,
	programId: number,
	input: readonly IDataObject[],
): Promise<Array<RowAnswer | undefined>> {
	const { result } = await client.request({
		path: `/rest/v1/programs/${programId}/members.json`,
		json: { input: [...input] },
		write: 'writeMemberData',
		what: 'program member data',
		permission: WRITE,
	});
	return rowAnswers(result, input.length);
}

/** The fields of program members: REST name, type, length, whether they can be written. */
export async function describeMembers(client: MarketoClient): Promise<JsonObject[]> {
	const { result } = await client.request({
		path: '/rest/v1/programs/members/describe.json',
		what: 'the fields of program members',
		permission: READ,
	});
	return asObjects(result[0]?.fields);
}

/** Creates a custom field of program members; an instance has at most 20, and none can be deleted. */
export async function createMemberField(
	client: MarketoClient,
	field: { displayName: string; name: string; dataType: string; description: string },
): Promise<void> {
	await client.request({
		path: '/rest/v1/programs/members/schema/fields.json',
		json: { input: [field] },
		write: 'createMemberField',
		what: `the program member field ${field.name}`,
		permission: 'Read-Write Schema Custom Field',
	});
}
