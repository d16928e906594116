import type { IDataObject } from 'n8n-workflow';

import type { Outcome } from '../../../nodes/shared/model/outcome';
import type { NodeRunResult } from '../support/runNode';
import { stage, type Stage } from '../support/world';
import { attendees, itemsOf, setUp, sync } from './support';

let here: Stage;
let items: IDataObject[];
beforeEach(async () => {
	here = await stage({ registrants: 40 }, { participationDelayMs: 0 });
	const people = attendees(here.story.main).filter(
		({ crm, emailValid, email }) => crm === 'absent' && emailValid && email !== '',
	);
	items = itemsOf(here, here.story.main, people).slice(0, 6);
	expect(items).toHaveLength(6);
});
afterEach(async () => await here.close());

type Operation = typeof sync;
type Cause = 'one fails' | 'all fail' | 'run-wide';

/** Brings the cause about; the items to send in. */
const causes: Record<string, Record<Cause, () => IDataObject[]>> = {
	'sync attendance': {
		'one fails': () => items.map((item, index) => (index === 2 ? { ...item, webinar: {} } : item)),
		'all fail': () => items.map((item) => ({ ...item, webinar: {} })),
		'run-wide': () => {
			without('crm.objects.contacts.write');
			return items;
		},
	},
	'set up properties': {
		'one fails': () => {
			hold('n8n_webinar_attendance_count');
			return items;
		},
		'all fail': () => {
			hold('n8n_webinar_attendance_count', 'n8n_webinar_history');
			return items;
		},
		'run-wide': () => {
			without('crm.schemas.contacts.write');
			return items;
		},
	},
};

const operations: Record<string, Operation> = {
	'sync attendance': sync,
	'set up properties': setUp,
};

function without(scope: string): void {
	const { scopes } = here.sandbox.hubspot.world;
	scopes.splice(scopes.indexOf(scope), 1);
}

/** Somebody has made properties of our names and of another type. */
function hold(...names: string[]): void {
	for (const name of names) {
		const like = here.sandbox.hubspot.properties.get('favourite_colour');
		if (like === undefined) throw new Error('The portal has no property of its own');
		here.sandbox.hubspot.properties.set(name, { ...like, name, type: 'enumeration' });
	}
}

function inOutcomes(result: NodeRunResult, output: number): Outcome[] {
	return (result.outputs[output] ?? []).map(({ json }) => json.outcome as Outcome);
}

function inErrors(result: NodeRunResult): Outcome[] {
	// The error output is the last one, after the summary.
	return (result.outputs.at(-1) ?? []).map(
		({ json }) => (json.error as unknown as { outcome: Outcome }).outcome,
	);
}

const table = Object.keys(operations).flatMap((operation) =>
	(['one fails', 'all fail', 'run-wide'] as const).map((cause) => ({ operation, cause })),
);

describe.each(table)('$operation, $cause', ({ operation, cause }) => {
	// The properties belong to the account: what fails there, fails for every item.
	const failing = () =>
		cause === 'one fails' && operation === 'sync attendance' ? 1 : items.length;
	const run: Operation = (...input) => operations[operation]!(...input);
	const given = () => causes[operation]![cause]();

	it('as items: everybody comes out once, or the node throws one clear error', async () => {
		const result = await run(here, given());
		if (cause === 'run-wide') {
			expect(result.error?.message).toContain('contacts.write');
			expect(result.error?.description).toContain('Service Keys');
			return;
		}
		const told = inOutcomes(result, 0);
		expect(told).toHaveLength(items.length);
		expect(told.filter((outcome) => outcome.result === 'failed')).toHaveLength(failing());
		for (const { message, repair } of told.filter((one) => one.result === 'failed')) {
			expect([message, repair]).not.toContain('');
		}
	});

	it('stop: everybody is tried, then the node names how many and who', async () => {
		const result = await run(here, given(), { options: { whenPeopleFail: 'stop' } });
		expect(result.error).not.toBeNull();
		if (cause !== 'run-wide') {
			expect(result.error?.message).toContain(`${failing()} of ${items.length}`);
		}
		expect(result.outputs.flat()).toEqual([]);
		if (operation !== 'sync attendance' || cause !== 'one fails') return;
		expect(here.sandbox.hubspot.events[0]?.activities.length).toBeGreaterThan(0);
	});

	it('continue: everybody comes out of the one output, linked, none as a success', async () => {
		const result = await run(here, given(), { onError: 'continueRegularOutput' });
		expect(result.error).toBeNull();
		const told = inOutcomes(result, 0);
		expect(told).toHaveLength(items.length);
		expect(told.filter((outcome) => outcome.result === 'failed')).toHaveLength(failing());
		expect(result.outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual(
			items.map((_, item) => expect.objectContaining({ item })),
		);
	});

	it('error output: who failed is there and nobody else', async () => {
		const result = await run(here, given(), {
			options: { whenPeopleFail: 'errorOutput' },
			onError: 'continueErrorOutput',
		});
		expect(result.error).toBeNull();
		const [good, bad] = [inOutcomes(result, 0), inErrors(result)];
		expect(good.length + bad.length).toBe(items.length);
		expect(bad).toHaveLength(failing());
		expect(new Set(bad.map((outcome) => outcome.result))).toEqual(new Set(['failed']));
		expect(good.map((outcome) => outcome.result)).not.toContain('failed');
	});
});

describe('one bad record in a batch', () => {
	it('of attendance fails alone', async () => {
		const [first, ...rest] = items as [IDataObject, ...IDataObject[]];
		// Before 1970: HubSpot's times are epoch milliseconds from zero on.
		const registrant = { status: 'approved', registeredAt: '1950-01-01T00:00:00Z' };
		const result = await sync(here, [...rest, { ...first, registrant }]);
		const told = inOutcomes(result, 0);
		expect(told.map((outcome) => outcome.result)).toEqual([...rest.map(() => 'synced'), 'failed']);
		const last = told[told.length - 1];
		expect(last?.steps.registration?.result).toBe('failed');
		expect(last?.message).toContain('interactionDateTime');
	});
});

describe('what everybody is concerned by', () => {
	it.each([
		['crm.objects.contacts.read', 'crm.objects.contacts.read'],
		['crm.objects.marketing_events.write', 'crm.objects.marketing_events.write'],
		['crm.objects.marketing_events.read', 'crm.objects.marketing_events'],
		['crm.schemas.contacts.write', 'crm.schemas.contacts.write'],
	])('the missing scope %s is named', async (scope, named) => {
		without(scope);
		const result = await sync(here, items);
		expect(result.error?.message).toContain(named);
		expect(result.error?.description).toContain('add');
	});

	it('a wrong key is told as that, and is nowhere in the error', async () => {
		const apiKey = 'pat-na1-11111111-wrong-key-example';
		const credentials = {
			hubSpotWebinarServiceKeyApi: { ...here.hubspot.hubSpotWebinarServiceKeyApi, apiKey },
		};
		const result = await sync(here, items, { credentials });
		expect(result.error?.message).toContain('does not accept the service key');
		expect(JSON.stringify(result.run.data.resultData)).not.toContain(apiKey);
	});

	it('account users fall back to owners, and only without both the node stops', async () => {
		without('settings.users.read');
		expect((await sync(here, items)).error).toBeNull();
		without('crm.objects.owners.read');
		const refused = await sync(here, items);
		expect(refused.error?.message).toContain('settings.users.read');
		expect(refused.error?.description).toContain('Exclude Account Users');
		const off = await sync(here, items, { options: { excludeAccountUsers: false } });
		expect(off.error).toBeNull();
	});

	it('a base URL that would give the key away is refused by name', async () => {
		const baseUrl = 'http://hubspot.example';
		const credentials = {
			hubSpotWebinarServiceKeyApi: { ...here.hubspot.hubSpotWebinarServiceKeyApi, baseUrl },
		};
		const result = await sync(here, items, { credentials });
		expect(result.error?.message).toContain('Base URL');
	});

	it('missing properties that are not to be created are named', async () => {
		const result = await sync(here, items, { options: { createMissingProperties: false } });
		expect(result.error?.message).toContain('n8n_webinar_history');
		expect(result.error?.description).toContain('Set Up Properties');
		expect(here.sandbox.books.writes('hubspot')).toEqual([]);
	});

	it('properties of another type are named', async () => {
		hold('n8n_webinar_attendance_count');
		const result = await sync(here, items);
		expect(result.error?.message).toContain(
			'n8n_webinar_attendance_count has the type enumeration',
		);
	});
});

describe('set up properties', () => {
	it('creates what is missing, once, and tells every item', async () => {
		const first = inOutcomes(await setUp(here, items), 0);
		expect(first).toHaveLength(items.length);
		expect(first[0]).toMatchObject({ result: 'synced', action: 'created' });
		expect(here.sandbox.hubspot.properties.has('n8n_webinar_history')).toBe(true);
		here.sandbox.books.clear();
		const second = inOutcomes(await setUp(here, items), 0);
		expect(second[0]).toMatchObject({ result: 'unchanged', action: 'none' });
		expect(here.sandbox.books.calls('hubspot')).toHaveLength(2);
	});
});

describe('an operation that does not exist', () => {
	it.each(['continueRegularOutput', 'continueErrorOutput'] as const)(
		'%s: passes nobody on as a success',
		async (onError) => {
			const result = await sync(here, items, { parameters: { operation: 'nonsense' }, onError });
			expect(result.error).toBeNull();
			const everybody = result.outputs.flat();
			expect(everybody).toHaveLength(items.length);
			for (const { json } of everybody) {
				const outcome = json.outcome as Outcome | undefined;
				expect(outcome?.result).toBe('failed');
				expect(outcome?.message).toContain('attendance:nonsense does not exist');
			}
		},
	);

	it('stops the node otherwise', async () => {
		const { error } = await sync(here, items, { parameters: { operation: 'nonsense' } });
		expect(error?.message).toContain('attendance:nonsense does not exist');
	});
});
