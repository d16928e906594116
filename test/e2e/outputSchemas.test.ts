import { operationsOf } from './support/offered';
import { fieldsOf } from './support/outputSchema';
import { sharedServer } from './support/sharedServer';

const { url } = sharedServer();

describe.each(['zoomWebinar', 'adobeConnect', 'hubSpotWebinar', 'marketoProgram'])(
	'n8n tells the fields of %s before a run',
	(type) => {
		it.each(operationsOf(type))('%s: %s', async (resource, operation) => {
			expect((await fieldsOf(url, type, resource, operation)).length).toBeGreaterThan(0);
		});
	},
);
