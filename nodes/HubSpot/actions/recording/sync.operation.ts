import type { INodeProperties } from 'n8n-workflow';
import { updateDisplayOptions } from 'n8n-workflow';

import {
	mapDataField,
	mapEachField,
	optionsField,
	previewField,
} from '../../../shared/node/mapData';
import { recordingOptions } from './optionFields';

export { syncRecordings as operation } from './sync';

const fields: INodeProperties[] = [
	mapDataField({
		description: 'Where the recordings and their webinar come from',
		automatically: 'The items come from Sync Recordings of a webinar node of this package',
		elsewhere: 'a list of links',
	}),
	mapEachField({
		method: 'getRecordingFields',
		item: 'Recording',
		description:
			'One item per file. Times like 2026-10-01T09:00:00Z; without a time zone they are taken as UTC. Start and End Time are those of the session that was recorded.',
	}),
	{
		displayName: 'Add As',
		name: 'as',
		type: 'options',
		default: 'link',
		description: 'What the call of a recording holds',
		options: [
			{
				name: 'File',
				value: 'file',
				description:
					'The file of the item, uploaded to HubSpot and attached. Needs the scope files.',
			},
			{ name: 'Link', value: 'link', description: 'Links to the recording, nothing is copied' },
		],
	},
	{
		displayName: 'Transcript',
		name: 'transcript',
		type: 'options',
		default: 'note',
		description: 'Where to write the text of transcripts. It is never shortened.',
		options: [
			{
				name: 'Call Notes',
				value: 'callBody',
				description: 'Into the notes of the call; as notes of their own where they are too long',
			},
			{
				name: 'Call Transcript',
				value: 'callTranscript',
				description:
					"As HubSpot's transcript of the call, with speakers and times. Needs the OAuth2 sign-in of an app with the scope crm.extensions_calling_transcripts.write.",
			},
			{ name: 'None', value: 'none', description: 'Transcripts are left out' },
			{
				name: 'Note',
				value: 'note',
				description: 'As notes of the same contacts, several where one would be too long',
			},
		],
	},
	{
		displayName: 'Associate With',
		name: 'associateWith',
		type: 'options',
		default: 'attendees',
		description: 'Whose records show the call and the notes',
		options: [
			{
				name: 'Attendees',
				value: 'attendees',
				description: 'Contacts who attended, as the marketing event in HubSpot says',
			},
			{
				name: 'Contacts of the Items',
				value: 'items',
				description: 'Contacts whose record IDs the items name in contactIds',
			},
			{ name: 'Nobody', value: 'nobody', description: 'No contact' },
			{
				name: 'Registrants',
				value: 'registrants',
				description: 'Contacts who registered, whether they attended or not',
			},
		],
	},
	previewField('HubSpot'),
	optionsField(recordingOptions),
];

/** The fields of *Add recordings to CRM*, from must to may. */
export const description = updateDisplayOptions(
	{ show: { resource: ['recording'], operation: ['sync'] } },
	fields,
);
