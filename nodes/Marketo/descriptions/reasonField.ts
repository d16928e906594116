import type { INodeProperties } from 'n8n-workflow';

/** Where the reason of a Registration Error is written: Marketo's own Status Reason cannot be. */
export const reasonFieldOption: INodeProperties = {
	displayName: 'Reason Field Name or ID',
	name: 'reasonField',
	type: 'options',
	typeOptions: { loadOptionsMethod: 'getTextMemberFields' },
	default: '',
	description:
		'The custom program member field that says why somebody has the status Registration Error. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
};
