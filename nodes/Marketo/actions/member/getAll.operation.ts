import {
	updateDisplayOptions,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';

import { ParameterError } from '../../../shared/node/errors';
import { readLimit } from '../../../shared/node/limit';
import { asArray, asNumber, asText, type JsonObject } from '../../../shared/transport/json';
import { VendorError } from '../../../shared/transport/vendorError';
import { memberItem } from '../../mapping/memberItem';
import { leadsBy } from '../../transport/endpoints/leads';
import { membersBy } from '../../transport/endpoints/members';
import { codeOf } from '../../transport/errors';
import { allRows } from '../../transport/pages';
import { createClient, type MarketoClient } from '../../transport/request';
import { loadedProgram } from './loadedProgram';
import { getAllFields } from './getAllFields';

export const description = updateDisplayOptions(
	{ show: { resource: ['member'], operation: ['getAll'] } },
	getAllFields,
);

/** Standard fields that are asked for; Marketo leaves most of them out by itself. */
const MEMBER_FIELDS = [
	'leadId',
	'statusName',
	'statusReason',
	'webinarUrl',
	'registrationCode',
	'membershipDate',
	'reachedSuccess',
	'reachedSuccessDate',
	'acquiredBy',
	'updatedAt',
];

/** The members of a program, by status, with fields of the people. */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[][]> {
	const client = await createClient(this);
	const program = await loadedProgram(this, client, itemIndex);
	const limit = readLimit(this, itemIndex);
	const leadFields = names(this.getNodeParameter('options.leadFields', itemIndex, LEAD_FIELDS));
	const custom = names(this.getNodeParameter('options.memberFields', itemIndex, []));
	const statuses = names(this.getNodeParameter('statusNames', itemIndex, []));
	const isRaw = this.getNodeParameter('simple', itemIndex, true) === false;
	const fields = [...new Set([...MEMBER_FIELDS, ...custom])];
	const [filter, values] = filterOf(statuses);
	const items: IDataObject[] = [];
	try {
		for await (const page of membersBy(client, program.id, filter, values, fields)) {
			const rows = page.slice(0, limit - items.length);
			const leads = await leadsOf(client, rows, leadFields);
			for (const row of rows) {
				const lead = leads.get(asNumber(row.leadId)) ?? {};
				items.push(memberItem({ row, lead, leadFields, program, custom, isRaw }));
			}
			if (items.length >= limit) break;
		}
	} catch (error) {
		throw tooMany(error) ?? error;
	}
	return [items.map((json) => ({ json, pairedItem: { item: itemIndex } }))];
}

const LEAD_FIELDS = ['email', 'firstName', 'lastName'];

/** Everybody either has reached the success of the program or has not. */
function filterOf(statuses: readonly string[]): [string, readonly string[]] {
	return statuses.length === 0 ? ['reachedSuccess', ['true', 'false']] : ['statusName', statuses];
}

function names(value: unknown): string[] {
	return asArray(value)
		.map((name) => asText(name).trim())
		.filter((name) => name !== '');
}

/** Rows of members hold no fields of the people. */
async function leadsOf(
	client: MarketoClient,
	rows: readonly JsonObject[],
	fields: readonly string[],
): Promise<Map<number | undefined, JsonObject>> {
	const ids = rows.flatMap(({ leadId }) => asNumber(leadId) ?? []);
	if (ids.length === 0 || fields.length === 0) return new Map();
	const leads = await allRows(leadsBy(client, 'id', ids, fields));
	return new Map(leads.map((lead) => [asNumber(lead.id), lead]));
}

/**
 * https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/rest/lead-database/program-members#query
 */
function tooMany(error: unknown): ParameterError | undefined {
	if (!(error instanceof VendorError) || codeOf(error) !== '1003') return undefined;
	if (!/membership size/i.test(error.message)) return undefined;
	return new ParameterError(
		'The program has more than 100,000 members, which Marketo does not list through its REST API',
		'Use a Bulk Program Member Extract or a list export in Marketo; writing to the members works nevertheless',
	);
}
