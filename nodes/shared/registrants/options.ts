import type { INodeProperties } from 'n8n-workflow';

/** Options of *Add contact to webinar* that every platform offers, in its own words. */

/** @param answer what is to be known of an answer, e.g. how long it may be */
export function customQuestionsOption(platform: string, answer: string): INodeProperties {
	return {
		displayName: 'Custom Questions',
		name: 'customQuestions',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		default: {},
		placeholder: 'Add question',
		description:
			'Answers to questions of the webinar. Use them where an expression chooses the webinar, because Fields cannot list its questions then.',
		options: [
			{
				displayName: 'Question',
				name: 'question',
				values: [
					{
						displayName: 'Title',
						name: 'title',
						type: 'string',
						default: '',
						description: `The question as ${platform} shows it`,
					},
					{
						displayName: 'Answer',
						name: 'value',
						type: 'string',
						default: '',
						description: answer,
					},
				],
			},
		],
	};
}

export function previewOption(platform: string): INodeProperties {
	return {
		displayName: 'Preview',
		name: 'preview',
		type: 'boolean',
		default: false,
		description: `Whether to only show what would happen. ${platform} is read, nothing is written, and each outcome says what would have been done.`,
	};
}

/** @param again what approving again means */
export function whenAlreadyDeniedOption(again: string): INodeProperties {
	return {
		displayName: 'When Already Denied or Cancelled',
		name: 'whenAlreadyDenied',
		type: 'options',
		default: 'leave',
		description: 'What to do with people whose registration was denied or cancelled before',
		options: [
			{
				name: 'Leave',
				value: 'leave',
				description: 'They come out as skipped, with the reason previouslyDenied',
			},
			{ name: 'Approve Again', value: 'approve', description: again },
		],
	};
}
