import { definitionProblems } from '../services/definitionRules';
import { statusProblems } from '../services/statusRules';
import { recordOf } from '../json';
import { adobeComplaints, adobeFile } from './adobe';

/** Samples of every payload of the contract, in our words and in Adobe's. */
const SAMPLES = [
	['ssfs-invocation.request', 'async'],
	['ssfs-callback.request', 'flowCallBack'],
	['ssfs-callback-chunk-error.request', 'flowCallBack'],
	['ssfs-getPicklist.request', 'getPicklistRequest'],
	['ssfs-getPicklist.response', 'picklistObject'],
	['ssfs-service-definition', 'serviceDefinition'],
	['ssfs-status.response', 'serviceStatus'],
] as const;

it.each(SAMPLES)("%s fits Adobe's %s", (name, component) => {
	const sample = adobeFile(`samples-constructed/${name}.json`);
	if (sample === undefined) return void process.stdout.write('specs: ABSENT (samples)\n');
	expect(adobeComplaints(component, sample)).toEqual([]);
	if (component === 'serviceDefinition') expect(definitionProblems(sample)).toEqual([]);
	if (component === 'serviceStatus') expect(statusProblems(recordOf(sample))).toEqual([]);
});

it("Adobe's schemas refuse what does not fit", () => {
	if (adobeFile('ssfs/CFA-Swagger.json') === undefined) return;
	expect(adobeComplaints('async', {})).toEqual([
		" must have required property 'campaignId'",
		" must have required property 'callbackUrl'",
	]);
	expect(adobeComplaints('picklistObject', { choices: [{}] })).not.toEqual([]);
});
