import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { StoryPerson } from '../../../story/contract';
import { stage, type Stage } from '../../support/world';
import { outcomes } from '../support';
import {
	activitiesOf,
	contactOf,
	planned,
	register,
	rowOf,
	strangers,
	type RegistrationRun,
} from './support';

let here: Stage;
/** HubSpot knows her. */
let known: StoryPerson;
let fresh: StoryPerson;
beforeEach(async () => {
	here = await stage({ registrants: 40 }, { participationDelayMs: 0 });
	const people = here.story.main.people.filter(({ registeredAt }) => registeredAt !== null);
	known = the(people.find(({ crm, emailValid }) => crm === 'known' && emailValid));
	fresh = the(strangers(here)[0]);
});
afterEach(async () => await here.close());

function the<T>(found: T | undefined): T {
	if (found === undefined) throw new Error('The story has nobody like this');
	return found;
}

const rows = () => [known, fresh].map((person) => rowOf(here.story.main, person));

const run = async (more: RegistrationRun = {}, items: IDataObject[] = rows()) =>
	outcomes(await register(here, items, { webinar: planned(here), ...more }));

describe('the contact rule', () => {
	it('Only Create leaves out whom HubSpot knows, and goes on with its own', async () => {
		const options = { contactRule: 'create' };
		const told = await run({ options });
		expect(told.map(({ reason }) => reason)).toEqual(['contactRuleExcluded', null]);
		expect(activitiesOf(here, known)).toEqual([]);
		const again = await run({ options });
		expect(again.map(({ result }) => result)).toEqual(['skipped', 'unchanged']);
		const gone = [rowOf(here.story.main, fresh, { status: 'cancelled' })];
		expect(await run({ options }, gone)).toMatchObject([{ action: 'cancelled' }]);
	});

	it('Only Update creates nobody', async () => {
		const told = await run({ options: { contactRule: 'update' } });
		expect(told.map(({ reason }) => reason)).toEqual([null, 'contactRuleExcluded']);
		expect(here.sandbox.hubspot.contactByEmail(fresh.email)).toBeUndefined();
	});
});

describe('names and company', () => {
	beforeEach(() => {
		const { properties } = contactOf(here, known);
		properties.company = 'Their own';
		delete properties.lastname;
	});

	it('fill only what is empty', async () => {
		await run();
		expect(contactOf(here, known).properties).toMatchObject({
			company: 'Their own',
			lastname: known.lastName,
		});
	});

	it('replace what is there when the option says so', async () => {
		await run({ options: { overwriteValues: true } });
		expect(contactOf(here, known).properties.company).toBe('Acme');
	});
});

describe('the lifecycle stage', () => {
	it('is given to new contacts alone, unless the option says more', async () => {
		contactOf(here, known).properties.lifecyclestage = 'subscriber';
		await run({ options: { lifecycleStage: 'marketingqualifiedlead' } });
		expect(contactOf(here, known).properties.lifecyclestage).toBe('subscriber');
		expect(contactOf(here, fresh).properties.lifecyclestage).toBe('marketingqualifiedlead');
	});

	it('moves forward and never back', async () => {
		const options = { lifecycleStage: 'marketingqualifiedlead', lifecycleAppliesTo: 'forward' };
		contactOf(here, known).properties.lifecyclestage = 'subscriber';
		await run({ options });
		expect(contactOf(here, known).properties.lifecyclestage).toBe('marketingqualifiedlead');
		contactOf(here, known).properties.lifecyclestage = 'customer';
		here.sandbox.books.clear();
		const told = await run({ options });
		expect(told.map(({ result }) => result)).toEqual(['unchanged', 'unchanged']);
		expect(here.sandbox.books.writes('hubspot')).toEqual([]);
	});
});

/** As the editor saves *Contact Fields*. */
function mapped(value: Record<string, string>): INodeParameters {
	const schema = Object.keys(value).map((id) => ({
		id,
		displayName: id,
		required: false,
		defaultMatch: false,
		display: true,
		canBeUsedToMatch: false,
		type: 'string',
	}));
	const contactFields: unknown = {
		mappingMode: 'defineBelow',
		value,
		matchingColumns: [],
		schema,
		attemptToConvertTypes: false,
		convertFieldsToString: false,
	};
	return { contactFields: contactFields as INodeParameters };
}

describe('mapped contact fields', () => {
	const parameters = mapped({
		jobtitle: '={{ $json.title }}',
		hs_lead_status: '={{ $json.lead }}',
	});

	it('are written for each person by itself, once', async () => {
		const items = rows().map((row, index) => ({ ...row, title: `Title ${index}`, lead: 'NEW' }));
		await run({ parameters }, items);
		expect(contactOf(here, known).properties.jobtitle).toBe('Title 0');
		expect(contactOf(here, fresh).properties).toMatchObject({
			jobtitle: 'Title 1',
			hs_lead_status: 'NEW',
		});
		here.sandbox.books.clear();
		const again = await run({ parameters }, items);
		expect(again.map(({ result }) => result)).toEqual(['unchanged', 'unchanged']);
		expect(here.sandbox.books.writes('hubspot')).toEqual([]);
	});

	it('that HubSpot refuses fail one person, in its words and with the name', async () => {
		const [one = {}, two = {}] = rows();
		const items = [
			{ ...one, lead: 'NO_SUCH' },
			{ ...two, lead: 'NO_SUCH' },
			...strangers(here)
				.slice(1, 4)
				.map((person) => rowOf(here.story.main, person, { lead: 'NEW' })),
		];
		const told = await run({ parameters }, items);
		expect(told.map(({ result }) => result)).toEqual([
			'failed',
			'failed',
			'synced',
			'synced',
			'synced',
		]);
		for (const { message } of told.slice(0, 2)) {
			expect(message).toContain('hs_lead_status');
			expect(message).toContain('not one of the allowed options');
		}
	});

	it.each([
		['no_such_property', 'HubSpot has no contact property no_such_property'],
		['createdate', 'The contact property createdate cannot be written by a workflow'],
		['n8n_webinar_history', 'The contact property n8n_webinar_history cannot be written'],
		['email', 'The contact property email cannot be written'],
	])('that cannot be (%s) fail who has them, before anything is written', async (name, message) => {
		const items = rows().map((row, index) => ({ ...row, value: index === 0 ? '1' : '' }));
		const told = await run({ parameters: mapped({ [name]: '={{ $json.value }}' }) }, items);
		expect(told.map(({ result }) => result)).toEqual(['failed', 'synced']);
		expect(told[0]?.message).toContain(message);
		expect(activitiesOf(here, known)).toEqual([]);
	});
});

describe('a portal that requires a property', () => {
	it('refuses who lacks it, by name, and nobody else', async () => {
		here.sandbox.hubspot.world.requiredProperties = ['phone'];
		const [first, second] = strangers(here).slice(0, 2);
		const items = [
			rowOf(here.story.main, the(first)),
			rowOf(here.story.main, the(second), { phone: '+49 30 1' }),
		];
		const told = await run({}, items);
		expect(told.map(({ result }) => result)).toEqual(['failed', 'synced']);
		expect(told[0]?.message).toContain('phone');
	});
});
