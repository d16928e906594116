import fs from 'node:fs';
import path from 'node:path';

import { HubSpotWebinarOAuth2Api } from '../../../../credentials/HubSpotWebinarOAuth2Api.credentials';
import { STATUSES } from '../../../../nodes/shared/items/registrationStatus';
import { actionDefinition } from '../../../../nodes/HubSpot/webhook/definition';
import { DEFAULT_ACTION_NAME } from '../../../../nodes/HubSpot/webhook/settings';

const PROJECT = path.join(__dirname, '../../../../docs/hubspot-project');
const BASE = 'https://n8n.example.com/webhook/00000000-0000-0000-0000-000000000000';

function read(file: string): unknown {
	return JSON.parse(fs.readFileSync(path.join(PROJECT, file), 'utf8'));
}

const definition = actionDefinition(`${BASE}/hubspot-action`, `${BASE}/hubspot-choices`, {
	contactProperties: [],
	actionName: DEFAULT_ACTION_NAME,
});

describe('the HubSpot project of the docs', () => {
	it('holds the action as the trigger hands it out', () => {
		expect(read('src/app/workflow-actions/add-contact-to-webinar-hsmeta.json')).toEqual(definition);
	});

	it('asks for the scopes of the credential', () => {
		const { properties } = new HubSpotWebinarOAuth2Api();
		const scopes = (name: string) =>
			String(properties.find((property) => property.name === name)?.default).split(' ');
		expect(read('src/app/app-hsmeta.json')).toMatchObject({
			type: 'app',
			config: {
				auth: {
					type: 'oauth',
					requiredScopes: scopes('scope'),
					optionalScopes: scopes('optionalScopes'),
				},
			},
		});
	});

	it('is of one platform version', () => {
		expect(read('hsproject.json')).toEqual({
			name: 'n8n-webinars',
			srcDir: 'src',
			platformVersion: '2026.03',
		});
	});
});

it('the action knows every status that is sent', () => {
	for (const status of Object.keys(STATUSES)) {
		expect(JSON.stringify(definition)).toContain(`{"value":"${status}"`);
		expect(JSON.stringify(definition)).toContain(`"conditions":{"registrationStatus":"${status}"}`);
	}
});
