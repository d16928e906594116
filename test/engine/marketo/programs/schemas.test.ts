import fs from 'node:fs';
import path from 'node:path';

import Ajv from 'ajv';
import type { IDataObject } from 'n8n-workflow';

import { MARKETO_CAMPAIGNS } from '../../../story';
import type { NodeRunResult } from '../../support/runNode';
import type { Stage } from '../../support/world';
import { connect, getProgram, planned, runMarketo, small } from './support';

const ROOT = path.join(__dirname, '../../../../dist/nodes/Marketo/__schema__/v1.0.0');

let here: Stage;
beforeAll(async () => {
	here = await small();
});
afterAll(async () => await here.close());

interface Schema {
	properties: Record<string, Schema>;
}

/** Everything that the schema names is there, as it says, and nothing else. */
function expectAsNamed(name: string, { outputs, error }: NodeRunResult, deep: string[]): void {
	expect(error).toBeNull();
	const schema = JSON.parse(fs.readFileSync(path.join(ROOT, `${name}.json`), 'utf8')) as Schema &
		IDataObject;
	const { version: _, ...named } = schema;
	const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile({
		...named,
		required: Object.keys(schema.properties),
		additionalProperties: false,
	});
	expect(outputs[0]).not.toEqual([]);
	for (const { json } of outputs[0] ?? []) {
		validate(json);
		expect(validate.errors ?? []).toEqual([]);
		for (const member of deep) {
			const sent = Object.keys(json[member] as IDataObject);
			expect(sent.sort()).toEqual(Object.keys(schema.properties[member]!.properties).sort());
		}
	}
}

it('what comes out is what the schemas say', async () => {
	const open = planned({ registrationRequired: false });
	expectAsNamed('program/connectWebinar', await connect(here, [open]), ['program', 'outcome']);
	const got = await getProgram(here, { parameters: { includeTokens: true } });
	expectAsNamed('program/get', got, ['webinar']);
	const parameters = { resource: 'program', operation: 'getAll', returnAll: true };
	const filters = { connectedOnly: true };
	const many = await runMarketo(here, { ...parameters, simplify: true, filters }, undefined);
	expectAsNamed('program/getAll', many, ['webinar']);
	const [lead] = here.sandbox.marketo.leads.values();
	const campaign = { __rl: true, mode: 'id', value: String(MARKETO_CAMPAIGNS.confirmation) };
	const requested = await runMarketo(
		here,
		{ resource: 'campaign', operation: 'request', findBy: 'email', campaign },
		[{ email: String(lead?.fields.email) }],
		{ parameters: { email: '={{ $json.email }}', options: { duplicatePeople: 'newest' } } },
	);
	expectAsNamed('campaign/request', requested, ['outcome']);
});
