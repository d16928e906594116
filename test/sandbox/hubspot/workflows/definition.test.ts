/** What HubSpot's `hs project validate` would say about an action. */
import { readDefinition } from './definition';
import { definitionProblems } from './problems';
import { addContactToWebinar } from './testing';

const ORIGIN = 'https://n8n.example.com';
const action = addContactToWebinar(ORIGIN);
const { config } = action;
const english = config.labels.en;
const [webinarId, upcoming] = config.inputFields;
const [status, joinUrl] = config.outputFields;

const problems = (over: Record<string, unknown>) =>
	definitionProblems(addContactToWebinar(ORIGIN, over));

it('finds nothing in a good one', () => {
	expect(definitionProblems(action)).toEqual([]);
	expect(definitionProblems(addContactToWebinar('http://127.0.0.1:5678'))).toEqual([]);
	expect(readDefinition(action)).toMatchObject({
		actionUrl: `${ORIGIN}/webhook/w1/hubspot-action`,
		published: true,
		objectProperties: ['email', 'firstname', 'lastname', 'hs_additional_emails'],
		inputFields: [{ name: 'webinarId' }, { optionsUrl: `${ORIGIN}/webhook/w1/hubspot-choices` }],
	});
});

it("takes the API's form too", () => {
	const { isPublished, supportedClients, ...form } = config;
	expect(supportedClients).toHaveLength(1);
	const api = { ...form, published: isPublished };
	expect(definitionProblems(api)).toEqual([]);
	expect(definitionProblems({ ...api, isPublished })).toEqual([
		'the definition has an unknown key isPublished',
	]);
	expect(definitionProblems({ ...api, functions: undefined })).toEqual(['functions is required']);
});

it.each([
	['no object', 'text', /no object/],
	['no uid', { ...action, uid: undefined }, /uid/],
	['another type', { ...action, type: 'app' }, /type must be/],
	['a key beside config', { ...action, version: 1 }, /unknown key version/],
])('refuses a file with %s', (_what, given, words) => {
	expect(definitionProblems(given)).toEqual([expect.stringMatching(words)]);
});

it.each<[string, Record<string, unknown>, RegExp]>([
	['plain http', { actionUrl: 'http://n8n.example.com/x' }, /actionUrl must be an https URL/],
	['an unknown key', { outputfields: [] }, /unknown key outputfields/],
	['a text for a flag', { isPublished: 'true' }, /isPublished/],
	['no client', { supportedClients: [] }, /WORKFLOWS/],
	['a field without a name', { inputFields: [{}] }, /input field has no name/],
	['a list that is none', { executionRules: {} }, /executionRules must be a list/],
	[
		'an unknown type',
		{ inputFields: [field(webinarId, { type: 'text' }), upcoming] },
		/input field webinarId: there is no type text/,
	],
	[
		'a control that does not fit',
		{ inputFields: [field(webinarId, { fieldType: 'select' }), upcoming] },
		/fieldType select does not fit the type string/,
	],
	[
		'choices from nowhere',
		{ inputFields: [webinarId, field(upcoming, { optionsUrl: undefined })] },
		/options or optionsUrl is required/,
	],
	[
		'choices by plain http',
		{ inputFields: [webinarId, field(upcoming, { optionsUrl: 'http://n8n.example.com' })] },
		/optionsUrl must be an https URL/,
	],
	[
		'choices from two places',
		{ inputFields: [webinarId, field(upcoming, { options: [{ value: 'a', label: 'A' }] })] },
		/not both/,
	],
	[
		'the same choice twice',
		{ outputFields: [field(status, { options: Array(2).fill({ value: 'a', label: 'A' }) })] },
		/no value comes twice/,
	],
	[
		'no value types',
		{ inputFields: [{ ...webinarId, supportedValueTypes: [] }, upcoming] },
		/supportedValueTypes is required/,
	],
	[
		'an unknown value type',
		{ inputFields: [{ ...webinarId, supportedValueTypes: ['PROPERTY'] }, upcoming] },
		/there is no supportedValueType PROPERTY/,
	],
	[
		'nothing about being required',
		{ inputFields: [{ ...webinarId, isRequired: undefined }, upcoming] },
		/isRequired/,
	],
	['two fields of a name', { inputFields: [webinarId, webinarId, upcoming] }, /two input fields/],
	['no English', { labels: { de: english } }, /labels.en is required/],
	['no language of HubSpot', { labels: { en: english, tlh: english } }, /labels.tlh/],
	['no name', labels({ actionName: '' }), /labels.en: actionName is required/],
	['a field without a label', labels({ inputFieldLabels: {} }), /inputFieldLabels.webinarId/],
	['no map of descriptions', labels({ inputFieldDescriptions: undefined }), /inputFieldDescript/],
	[
		'a description of nothing',
		labels({ inputFieldDescriptions: { x: 'X' } }),
		/belongs to nothing/,
	],
	['a rule without words', labels({ executionRules: {} }), /executionRules.ok is required/],
	['words about no field', labels({ actionCardContent: 'To {{webinar}}' }), /\{\{webinar\}\}/],
	['an unknown word', labels({ actionTitle: 'x' }), /unknown key actionTitle/],
	[
		'a rule about no output',
		{ executionRules: rules({ code: 'X' }) },
		/executionRules.ok: there is no output field code/,
	],
	[
		'a rule that never holds',
		{ executionRules: rules({ registrationStatus: 'done' }) },
		/registrationStatus is never "done"/,
	],
	[
		'a rule about a number',
		{ executionRules: rules({ errorCode: 5 }) },
		/executionRules.ok: errorCode is never 5/,
	],
	[
		'a dependency on nothing',
		{
			inputFieldDependencies: [
				{ dependencyType: 'SINGLE_FIELD', controllingFieldName: 'x', dependentFieldNames: [] },
			],
		},
		/there is no input field x/,
	],
	[
		'a dependency of no kind',
		{
			inputFieldDependencies: [
				{
					dependencyType: 'ANY',
					controllingFieldName: 'webinarId',
					dependentFieldNames: ['upcomingWebinar'],
				},
			],
		},
		/there is no type ANY/,
	],
])('refuses %s', (_what, over, words) => {
	expect(problems(over).join('\n')).toMatch(words);
});

it('names everything at once', () => {
	expect(problems({ actionUrl: '', isPublished: 1, labels: {} })).toHaveLength(3);
	expect(problems({ outputFields: [joinUrl] }).length).toBeGreaterThan(3);
});

function field(given: object | undefined, over: Record<string, unknown>) {
	const { typeDefinition, ...rest } = Object(given);
	return { ...rest, typeDefinition: { ...typeDefinition, ...over } };
}

function labels(over: Record<string, unknown>) {
	return { labels: { en: { ...english, ...over } } };
}

function rules(conditions: Record<string, unknown>) {
	return [...config.executionRules.slice(0, 2), { labelName: 'ok', conditions }];
}
