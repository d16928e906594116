import { recordOf, type JsonRecord } from '../json';
import { adobeComplaints, adobeFile } from '../testing/adobe';
import { goodDefinition } from '../testing/document';
import { definitionProblems } from './definitionRules';

type Change = (definition: JsonRecord, invocation: JsonRecord, callback: JsonRecord) => void;

function problemsAfter(change: Change): string[] {
	const definition: JsonRecord = goodDefinition();
	change(
		definition,
		recordOf(definition.invocationPayloadDef),
		recordOf(definition.callbackPayloadDef),
	);
	return definitionProblems(definition);
}

const attribute = (apiName: string, more: JsonRecord = {}): JsonRecord => ({
	apiName,
	i18n: { en_US: { name: apiName } },
	dataType: 'string',
	...more,
});
const field = (serviceAttribute: string, more: JsonRecord = {}): JsonRecord => ({
	serviceAttribute,
	description: { en_US: serviceAttribute },
	dataType: 'string',
	...more,
});

describe('a service definition', () => {
	it('is taken when it has what Marketo needs', () => {
		expect(definitionProblems(goodDefinition())).toEqual([]);
		expect(adobeComplaints('serviceDefinition', goodDefinition())).toEqual([]);
		const sample = adobeFile('samples-constructed/ssfs-service-definition.json');
		if (sample !== undefined) expect(definitionProblems(sample)).toEqual([]);
	});

	it.each<[string, Change]>([
		['apiName must be a text', (definition) => delete definition.apiName],
		[
			'i18n.en_US.triggerName must be a text',
			(definition) =>
				(definition.i18n = { en_US: { name: 'a', filterName: 'b', description: 'c' } }),
		],
		[
			'primaryAttribute must be the apiName of a flow attribute',
			(definition) => (definition.primaryAttribute = 'webinarId'),
		],
		[
			'webinar is a flow attribute and a callback attribute',
			(definition, invocation, callback) => {
				invocation.flowAttributes = [attribute('webinar'), attribute('other')];
				definition.primaryAttribute = 'other';
				callback.attributes = [attribute('webinar')];
			},
		],
		[
			'success is reserved and cannot be an attribute',
			(_definition, _invocation, callback) => (callback.attributes = [attribute('success')]),
		],
		[
			'id is reserved and cannot be a field',
			(_definition, invocation) => (invocation.fields = [field('id')]),
		],
		[
			'email is declared twice',
			(_definition, invocation) => (invocation.fields = [field('email'), field('email')]),
		],
		[
			'invocationPayloadDef.fields[0].dataType phone is no data type',
			(_definition, invocation) => (invocation.fields = [field('phone', { dataType: 'phone' })]),
		],
		[
			'invocationPayloadDef.fields[0].description.en_US must be a text',
			(_definition, invocation) => (invocation.fields = [field('phone', { description: 'Phone' })]),
		],
		[
			'invocationPayloadDef.fields[0].required must be true or false',
			(_definition, invocation) => (invocation.fields = [field('phone', { required: 'yes' })]),
		],
		[
			'callbackPayloadDef.attributes[0].i18n.en_US.name must be a text',
			(_definition, _invocation, callback) =>
				(callback.attributes = [attribute('a', { i18n: {} })]),
		],
		[
			'callbackPayloadDef.attributes must be a list',
			(_definition, _invocation, callback) => (callback.attributes = {}),
		],
		[
			'invocationPayloadDef.headers[0].name must be a text',
			(_definition, invocation) => (invocation.headers = [{}]),
		],
		[
			'invocationPayloadDef.programContext must be true or false',
			(_definition, invocation) => (invocation.programContext = 'true'),
		],
		[
			'invocationPayloadDef.myTokenContext must be a list of token names',
			(_definition, invocation) => (invocation.myTokenContext = 'Webinar ID'),
		],
		[
			'myTokenContext takes names without {{my.…}}, not {{my.Webinar ID}}',
			(_definition, invocation) => (invocation.myTokenContext = ['{{my.Webinar ID}}']),
		],
	])('is refused: %s', (problem, change) => {
		expect(problemsAfter(change)).toEqual([problem]);
	});

	it("is refused where the primary attribute is the callback's, as in Adobe's proof of concept", () => {
		const problems = problemsAfter((_definition, _invocation, callback) => {
			callback.attributes = [attribute('webinar')];
		});
		expect(problems).toEqual([
			'primaryAttribute webinar must not be a callback attribute',
			'webinar is a flow attribute and a callback attribute',
		]);
	});

	it('is no list, and has both payloads', () => {
		expect(definitionProblems([])).toEqual(['The service definition is no JSON object']);
		expect(problemsAfter((definition) => delete definition.callbackPayloadDef)).toEqual([
			'callbackPayloadDef must be an object',
		]);
	});
});
