import type { IDataObject } from 'n8n-workflow';

import { SOURCE_TYPE } from '../../support/nodeTypes';
import { startFlow, type FlowHost, type FlowSettings, type NodeSpec } from './host';
import { post } from './campaign';

const hosts: FlowHost[] = [];
afterEach(async () => {
	for (const host of hosts.splice(0)) await host.close();
});

async function choices(settings: FlowSettings, field = 'webinar') {
	const host = await startFlow(settings);
	hosts.push(host);
	const { status, text } = await post(host, 'getPicklist', { name: field, type: 'flow' });
	return { status, choices: status === 200 ? (JSON.parse(text) as IDataObject).choices : null };
}

const RETURN_CHOICES: NodeSpec = {
	name: 'Choices',
	type: 'n8n-nodes-webinars.marketoProgram',
	parameters: { resource: 'flowStep', operation: 'returnChoices' },
};

const FROM_PROGRAM = {
	displayValue: { en_US: 'From the program' },
	submittedValue: 'program',
};

describe('the list of webinars at the flow step', () => {
	it('offers the program alone where no node returns choices', async () => {
		expect(await choices({})).toEqual({ status: 200, choices: [FROM_PROGRAM] });
	});

	it('offers what Return Choices is given, after the program', async () => {
		const manual = { mapData: 'manual', value: '=85212345678', label: 'Orchids' };
		const node = { ...RETURN_CHOICES, parameters: { ...RETURN_CHOICES.parameters, ...manual } };
		const settings = { nodes: [node], to: [[], ['Choices']] };
		expect(await choices(settings)).toEqual({
			status: 200,
			choices: [
				FROM_PROGRAM,
				{ displayValue: { en_US: 'Orchids' }, submittedValue: '85212345678' },
			],
		});
	});

	it('offers the program where the items are no webinars', async () => {
		const between = { name: 'Between', type: SOURCE_TYPE, to: [['Choices']] };
		const settings = { nodes: [between, RETURN_CHOICES], to: [[], ['Between']] };
		expect(await choices(settings)).toEqual({ status: 200, choices: [FROM_PROGRAM] });
	});

	it('has no other lists', async () => {
		expect((await choices({}, 'country')).status).toBe(404);
	});
});

describe('the list of configurations', () => {
	it('is answered by the trigger itself', async () => {
		const parameters = { options: { configurations: 'Customers, Partners,Customers' } };
		expect((await choices({ parameters }, 'configuration')).choices).toEqual(
			['Customers', 'Partners'].map((name) => ({
				displayValue: { en_US: name },
				submittedValue: name,
			})),
		);
	});
});
