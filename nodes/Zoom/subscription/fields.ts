import type { INodeProperties } from 'n8n-workflow';

const SECRET_TOKEN =
	'Open your app → Features → Access. Copy the Secret Token into Webhook Secret Token of the credential.';

const MARKETPLACE =
	'<a href="https://marketplace.zoom.us/" target="_blank">Zoom App Marketplace</a>';

/** A notice of the editor shows links and lists; every other tag is dropped, line breaks too. */
function steps(first: string, list: readonly string[], last: string): string {
	return `${first}<ul>${list.map((step) => `<li>${step}</li>`).join('')}</ul>${last}`;
}

/** How Zoom learns the address of this node: pasted by a person, or told by the node itself. */
export const registrationFields: INodeProperties[] = [
	{
		displayName: 'Registration',
		name: 'registration',
		type: 'options',
		noDataExpression: true,
		default: 'manual',
		options: [
			{
				name: 'Manual',
				value: 'manual',
				description: 'Paste the URL of this node into the app in the Zoom App Marketplace, once',
			},
			{
				name: 'Automatic',
				value: 'automatic',
				description:
					'Subscribe when the workflow is activated and unsubscribe when it is deactivated. Not every app may do this.',
			},
		],
	},
	{
		displayName: steps(
			`Connect Zoom once, in the ${MARKETPLACE}:`,
			[
				SECRET_TOKEN,
				'Publish (activate) this workflow. Under Event Subscription add the events chosen below and paste the Production URL of this node.',
				'Press Validate, then Save.',
			],
			'The Production URL answers only while this workflow is active, the Test URL only while you listen for a test event.',
		),
		name: 'connectNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { registration: ['manual'] } },
	},
	{
		displayName: steps(
			`Once, in the ${MARKETPLACE}:`,
			[SECRET_TOKEN, 'Add the scope of each event chosen below to the app.'],
			'The rest is done when you publish (activate) this workflow, and undone when you deactivate it. n8n must be reachable from the internet over https.',
		),
		name: 'automaticNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { registration: ['automatic'] } },
	},
	{
		displayName: 'Subscribe For',
		name: 'subscribeFor',
		type: 'options',
		default: 'account',
		description: 'Whose webinars Zoom reports',
		displayOptions: { show: { registration: ['automatic'] } },
		options: [
			{ name: 'Whole Account', value: 'account' },
			{
				name: 'Certain Users',
				value: 'user',
				description: 'The only choice for an app that a user has connected for themselves',
			},
		],
	},
	{
		displayName: 'User IDs',
		name: 'userIds',
		type: 'string',
		default: '',
		placeholder: 'e.g. KdYKjnimT4KPd8FFgQt9FQ',
		description:
			'Up to ten Zoom user IDs, separated by commas. With OAuth2, empty means the user who connected the credential.',
		displayOptions: { show: { registration: ['automatic'], subscribeFor: ['user'] } },
	},
];
