import type { INodeProperties } from 'n8n-workflow';

/** Further fields of people beside those that the item tells by itself. */
export const leadFieldsMapper: INodeProperties = mapper({
	displayName: 'Person Fields',
	name: 'leadFields',
	method: 'getLeadFields',
	singular: 'field',
	description:
		'Further fields of the person to write. Name, phone, company and job title are taken from the item automatically.',
});

/** Custom program member fields. */
export const memberFieldsMapper: INodeProperties = mapper({
	displayName: 'Member Fields',
	name: 'memberFields',
	method: 'getMemberFields',
	singular: 'field',
	description:
		'Further program member fields to write. Webinar URL and Registration Code are taken from the item automatically.',
});

/** All program member fields that can be written. */
export const allMemberFieldsMapper: INodeProperties = mapper({
	displayName: 'Member Fields',
	name: 'memberFields',
	method: 'getAllMemberFields',
	singular: 'field',
	description:
		'The program member fields to write. Webinar URL is what {{member.webinar url}} shows in emails.',
});

interface Mapper {
	displayName: string;
	name: string;
	/** Of the node's resource mapping. */
	method: string;
	singular: string;
	description: string;
}

function mapper({ displayName, name, method, singular, description }: Mapper): INodeProperties {
	return {
		displayName,
		name,
		type: 'resourceMapper',
		noDataExpression: true,
		default: { mappingMode: 'defineBelow', value: null },
		description,
		typeOptions: {
			resourceMapper: {
				resourceMapperMethod: method,
				mode: 'map',
				valuesLabel: displayName,
				fieldWords: { singular, plural: `${singular}s` },
				addAllFields: false,
				multiKeyMatch: false,
				supportAutoMap: false,
			},
		},
	};
}
