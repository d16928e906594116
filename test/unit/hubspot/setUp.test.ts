import { readFileSync } from 'node:fs';
import path from 'node:path';

import {
	createMissing,
	DEFINITIONS,
	faultOf,
} from '../../../nodes/HubSpot/actions/property/ensure';
import { makeProperties } from '../../../nodes/HubSpot/actions/property/make';
import { outcomeOf } from '../../../nodes/HubSpot/actions/property/outcome';
import { NATIVE_PROPERTIES } from '../../../nodes/HubSpot/mapping/nativeProperties';
import type { HubSpotClient, HubSpotRequest } from '../../../nodes/HubSpot/transport/request';
import { VendorError } from '../../../nodes/shared/transport/vendorError';

const ALL = [...DEFINITIONS.contact, ...DEFINITIONS.marketingEvent];

/** Answers every request by what its path ends with, and remembers the definitions it was sent. */
function scripted(create: (names: string[]) => Record<string, unknown> | VendorError) {
	const created: string[][] = [];
	const client: HubSpotClient = {
		signal: undefined,
		calls: () => 0,
		async request({ path, body }: HubSpotRequest) {
			if (!path.endsWith('/batch/create')) return { results: [] };
			const { inputs } = body as { inputs: Array<{ name: string }> };
			const names = inputs.map(({ name }) => name);
			created.push(names);
			const answer = create(names);
			if (answer instanceof VendorError) throw answer;
			return answer;
		},
	};
	return { client, created };
}

function refusal(status: number, message: string, category = 'VALIDATION_ERROR'): VendorError {
	return new VendorError({
		vendor: 'hubspot',
		status,
		code: category,
		message,
		repair: 'repair',
		reason: 'vendorRejected',
		body: { status: 'error', message, category },
		...(status >= 500 && { retryAt: '2026-01-01T00:00:00Z', reason: 'temporarilyUnavailable' }),
	});
}

describe('the properties of this package', () => {
	it('never have a name of the native Zoom app, nor its group', () => {
		for (const { name, groupName } of ALL) {
			expect(name).toMatch(/^n8n_webinar_[a-z_]+$/);
			expect(NATIVE_PROPERTIES).not.toContain(name);
			expect(name).not.toMatch(/^(initial_)?zoom_/);
			expect(groupName).toBe('n8n_webinars');
		}
	});

	it('have a name, a label and a description of their own', () => {
		for (const key of ['name', 'label', 'description'] as const) {
			expect(new Set(ALL.map((definition) => definition[key])).size).toBe(ALL.length);
		}
	});
});

it('the page about properties has every one of them, with its label', () => {
	const file = path.join(__dirname, '../../../docs/hubspot/properties.md');
	const page = readFileSync(file, 'utf8');
	for (const { name, label } of ALL) {
		expect(page).toMatch(new RegExp(`\\| \`${name}\` +\\| ${label.replace(/[()]/g, '.')} +\\|`));
	}
});

describe('a property that exists', () => {
	const definition = DEFINITIONS.contact[0]!;
	const held = { name: definition.name, label: '', fieldType: 'number', readOnly: false };

	it.each([
		[{ type: 'number' }, undefined],
		[{ type: 'number', fieldType: '' }, undefined],
		[{ type: 'string' }, 'wrongType'],
		[{ type: 'number', fieldType: 'calculation_equation' }, 'wrongType'],
		[{ type: 'number', readOnly: true }, 'readOnly'],
	])('with %j', (changes, state) => {
		expect(faultOf(definition, { ...held, ...changes })?.state).toBe(state);
	});
});

describe('creating', () => {
	const missing = DEFINITIONS.contact;

	it('makes all others when HubSpot refuses one of them for what it is', async () => {
		const bad = missing[5]!.name;
		const { client } = scripted((names) =>
			names.includes(bad) ? refusal(400, `${bad} is not allowed`) : { results: [] },
		);
		const { errors } = await createMissing(client, missing);
		expect(errors.map(({ ids }) => ids)).toEqual([[bad]]);
	});

	it('takes what another process made meanwhile as made', async () => {
		const there = (names: string[]) => ({
			errors: names.map((name) => ({
				category: 'OBJECT_ALREADY_EXISTS',
				context: { name: [name] },
			})),
		});
		const { client } = scripted(there);
		expect((await createMissing(client, missing)).errors).toEqual([]);
	});

	it('asks once only when the account may have no more properties, and says so', async () => {
		const words = 'You have reached the limit of 1000 custom properties';
		const { client, created } = scripted(() => refusal(400, words));
		const made = await makeProperties(client, 'contact', false);
		expect(created).toHaveLength(1);
		const outcome = outcomeOf([made], false);
		expect(outcome).toMatchObject({ result: 'failed', action: 'none' });
		expect(outcome.message).toBe(
			`The HubSpot account cannot have more custom properties: ${words}`,
		);
		expect(outcome.repair).toContain('Archive custom properties');
		expect(Object.values(outcome.steps).filter(({ result }) => result === 'failed')).toHaveLength(
			missing.length,
		);
	});

	it('defers when HubSpot is down', async () => {
		const { client } = scripted(() => refusal(503, 'HubSpot is overloaded or down'));
		const outcome = outcomeOf([await makeProperties(client, 'contact', false)], false);
		expect(outcome).toMatchObject({ result: 'deferred', retryAt: '2026-01-01T00:00:00Z' });
		expect(outcome.steps[missing[0]!.name]).toMatchObject({ result: 'deferred' });
	});

	it('takes nothing for created where HubSpot does not say what it refused', async () => {
		const { client } = scripted(() => ({ errors: [{ message: 'Something is wrong' }] }));
		const made = await makeProperties(client, 'contact', false);
		expect(made.rows.every(({ state }) => state === 'missing')).toBe(true);
		expect(outcomeOf([made], false).result).toBe('failed');
	});
});
