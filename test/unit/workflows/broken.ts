import {
	ANOTHER_ID,
	copyOf,
	FAR_AWAY,
	file,
	line,
	locator,
	node,
	say,
	set,
	type Spoil,
	unlink,
} from './spoil';

/** What is wrong, how it is made so, and what the rules say about it. */
export const broken: Array<[string, Spoil, string]> = [
	['an id of the workflow', file({ id: 'abc' }), 'the file has a key id'],
	[
		'keys in another order',
		({ file: spoilt }) => {
			const { name, ...rest } = spoilt;
			Object.keys(spoilt).forEach(
				(key) => delete (spoilt as unknown as Record<string, unknown>)[key],
			);
			Object.assign(spoilt, rest, { name });
		},
		'the file has its keys in another order',
	],
	['pinned data', file({ pinData: { 'Webinar ended': [] } }), 'data is pinned'],
	['an active workflow', file({ active: true }), 'active is not false'],
	[
		'an error workflow',
		file({ settings: { executionOrder: 'v1', errorWorkflow: 'x' } }),
		'settings.errorWorkflow is set',
	],
	['the old order of execution', file({ settings: {} }), 'settings.executionOrder is not v1'],
	[
		'a node switched off',
		node('Get attendees', { disabled: true }),
		'Get attendees has a key disabled',
	],
	[
		'a credential',
		node('Get attendees', { credentials: { zoom: { id: '1', name: 'Zoom' } } }),
		'Get attendees: carries a credential',
	],
	['an id that is no UUID', node('Get attendees', { id: '1' }), 'Get attendees: 1 is no UUID'],
	['an id twice', copyOf('Get attendees', { name: 'Again', position: FAR_AWAY }), 'is there twice'],
	[
		'a name twice',
		copyOf('Get attendees', { id: ANOTHER_ID, position: FAR_AWAY }),
		'the name Get attendees is there twice',
	],
	[
		'a webhook twice',
		copyOf('Webinar ended', { id: ANOTHER_ID, name: 'Again', position: FAR_AWAY }),
		'the webhook id',
	],
	[
		'a second start by hand',
		(template) => {
			for (const name of ['Write the log', 'Sync attendance']) {
				node(name, { type: 'n8n-nodes-base.manualTrigger' })(template);
			}
		},
		"n8n's editor keeps only one manualTrigger",
	],
	['a node of somebody else', node('Write the log', { type: 'n8n-nodes-other.log' }), 'is foreign'],
	[
		'a sub-workflow',
		node('Write the log', { type: 'n8n-nodes-base.executeWorkflow' }),
		'needs another workflow',
	],
	[
		'a node that does not exist',
		node('Get attendees', { type: 'n8n-nodes-webinars.zoom' }),
		'there is no n8n-nodes-webinars.zoom version 1',
	],
	[
		'a version that does not exist',
		node('Get attendees', { typeVersion: 9 }),
		'there is no n8n-nodes-webinars.zoomWebinar version 9',
	],
	['an unknown parameter', set('Get attendees', { people: [] }), 'does not show people'],
	[
		'a parameter of another operation',
		set('Sync attendance', { peopleToReturn: [] }),
		'does not show peopleToReturn',
	],
	[
		'an unknown option',
		set('Get attendees', { options: { finalAfter: 2 } }),
		'does not show options.finalAfter',
	],
	[
		'an operation that does not exist',
		set('Sync attendance', { operation: 'write' }),
		'operation does not offer write',
	],
	[
		'a choice that does not exist',
		set('Get attendees', { peopleToReturn: ['everybody'] }),
		'peopleToReturn does not offer everybody',
	],
	[
		'a text for a number',
		set('Get attendees', { options: { finalAfterHours: '2' } }),
		'options.finalAfterHours is no number',
	],
	['a text for a switch', set('Sync attendance', { preview: 'true' }), 'preview is no boolean'],
	[
		'an unknown way to pick',
		set('Get attendees', locator('title', '={{ 1 }}')),
		'webinar is no resource locator of a known mode',
	],
	['a required field left empty', set('Get attendees', locator('id', '')), 'is required'],
	['a line to no node', line('Write the log', 'Nobody'), 'a line ends at no node: Nobody'],
	['a node without a line', unlink('Sync attendance'), 'Write the log is reached from no start'],
	['a start without a line', unlink('Webinar ended'), 'Webinar ended starts nothing'],
	['no start', ({ file: spoilt }) => void spoilt.nodes.shift(), 'nothing starts it'],
	[
		'an expression that does not parse',
		set('Sync attendance', { preview: '={{ $json. }}' }),
		'Sync attendance.preview: Line 1',
	],
	[
		'an expression that does not end',
		set('Sync attendance', { preview: '={{ true' }),
		'{{ is not closed',
	],
	[
		'an expression about no node',
		set('Sync attendance', { preview: "={{ $('Nobody').isExecuted }}" }),
		'there is no node Nobody',
	],
	[
		'an expression about a later node',
		set('Sync attendance', { preview: "={{ $('Write the log').first().json.x }}" }),
		'Write the log does not run before',
	],
	['a token', say('pat-na1-12345678'), 'holds a HubSpot token'],
	['a header that signs in', say('Bearer abcdefgh12345678'), 'holds a bearer token'],
	['a key', say('AKIA0123456789ABCDEF'), 'holds a key of'],
	['a long random text', say('a1B2'.repeat(12)), 'holds a long random text'],
	['a filled secret', set('Sync attendance', { apiKey: 'short' }), 'apiKey is filled'],
	['an address of a person', say('ask jane@acme.io'), 'holds the address jane@acme.io'],
	[
		'a URL in a node',
		set('Sync attendance', { preview: "={{ 'https://n8n.example.com/x' }}" }),
		'names https://n8n.example.com/x',
	],
	[
		'a URL in a note that is no documentation',
		say('see https://acme.io/x'),
		'names https://acme.io/x',
	],
	[
		'a webinar picked in an account',
		set('Get attendees', locator('id', '85212345678')),
		'points at 85212345678',
	],
	['the id of an n8n', file({ meta: { instanceId: 'abc' } }), 'an instanceId is there'],
	[
		'a table that stops the second run',
		set('Create log table', { options: {} }),
		'fails when the table is there',
	],
	[
		'a table made for each item',
		node('Create log table', { executeOnce: false }),
		'runs once per item',
	],
	[
		'a table that nobody makes',
		set('Write the log', { dataTableId: { __rl: true, mode: 'name', value: 'other' } }),
		'uses a table that the workflow does not make: other',
	],
	[
		'a table by its id',
		set('Write the log', { dataTableId: { __rl: true, mode: 'id', value: 'n8nWebinarLog' } }),
		'uses a table that the workflow does not make',
	],
	[
		'a column that is not there',
		set('Write the log', { columns: { schema: [{ id: 'mail' }] } }),
		'n8nWebinarLog has no column mail',
	],
	[
		'a condition on a column that is not there',
		set('Write the log', { filters: { conditions: [{ keyName: 'mail' }] } }),
		'n8nWebinarLog has no column mail',
	],
	[
		'another name for what templates share',
		node('Create log table', { name: 'Make the log' }),
		'Make the log is to be called Create log table',
	],
	[
		'the name of what templates share for something else',
		node('Sync attendance', { name: 'Read settings' }),
		'Read settings is not what the others call so',
	],
	[
		'nodes on top of each other',
		node('Get attendees', { position: [370, 10] }),
		'overlap: Get attendees / Sync attendance',
	],
	[
		'a node outside every note',
		node('Write the log', { position: FAR_AWAY }),
		'Write the log is in no note',
	],
	[
		'notes on top of each other',
		node('About this template', { position: [-100, -100] }),
		'overlap: About this template / All of it',
	],
	[
		'no note for the whole',
		({ file: spoilt }) => void spoilt.nodes.splice(5, 1),
		'one note must be for the whole',
	],
	[
		'a note that leaves something out',
		set('About this template', { content: 'What it does' }),
		'it does not say "Set up"',
	],
	[
		'a permission that only the page names',
		(template) => void (template.page += ' `crm.lists.read`'),
		'the page names crm.lists.read, the note does not',
	],
	[
		'a permission that only the note names',
		(template) => void (template.page = template.page.replace('Read-Write', '')),
		'it names Read-Write Person, the page does not',
	],
	[
		'no scope for the test of the credential',
		set('About this template', { content: 'What it does' }),
		'it does not name user:read:list_users:admin, which the test of the credential needs',
	],
	['no page', (template) => void (template.page = ''), 'docs/templates/sample.md is missing'],
	[
		'a page that promises too old an n8n',
		(template) => void (template.page = template.page.replace('n8n 2.3', 'n8n 1.123')),
		'its page does not say "needs n8n 2.3 or later"',
	],
	[
		'a page that leads nowhere',
		(template) => void (template.page = '# Sample'),
		'its page does not lead to the file',
	],
	['another title in the overview', file({ name: 'Other' }), 'does not call it Other'],
	[
		'a start that the overview does not tell',
		copyOf('Webinar ended', {
			id: ANOTHER_ID,
			name: 'Every hour',
			type: 'n8n-nodes-base.scheduleTrigger',
		}),
		'its row in workflows/README.md does not say "every hour"',
	],
	[
		'a start that only the overview tells',
		(template) =>
			void (template.overview = template.overview.replace(/ \|$/, ' · by hand, with Preview |')),
		'its row in workflows/README.md says "by hand"',
	],
	[
		'no place in the overview',
		(template) => void (template.overview = ''),
		'workflows/README.md does not lead to sample.json',
	],
];

/** The same for a template beside the sample as it was. */
export const together: Array<[string, Spoil, string]> = [
	[
		'different columns of a table',
		set('Create log table', { columns: { column: [{ name: 'mail', type: 'string' }] } }),
		'make n8nWebinarLog with different columns',
	],
	[
		'a table whose name contains another',
		set('Create log table', { tableName: 'n8nWebinarLogs' }),
		'n8nWebinarLogs contains the name n8nWebinarLog',
	],
	[
		'a name for different things',
		set('Sync attendance', { resource: 'registration' }),
		'Sync attendance is not the same in sample and other',
	],
	[
		'different names for the same',
		node('Write the log', { name: 'Log' }),
		'Write the log and Log are the same in sample and other',
	],
];
