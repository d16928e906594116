import type {
	ILocalLoadOptionsFunctions,
	ResourceMapperField,
	ResourceMapperFields,
} from 'n8n-workflow';

interface MappedField {
	id: string;
	displayName: string;
	required?: boolean;
	options?: Array<{ name: string; value: string }>;
}

/**
 * The fields of *Map Each Field*. All are text, because a list from elsewhere may hold anything;
 * what cannot be read is told of the one item it concerns.
 */
export function mapper(fields: readonly MappedField[]) {
	return async function (this: ILocalLoadOptionsFunctions): Promise<ResourceMapperFields> {
		return { fields: fields.map(mapperField) };
	};
}

function mapperField({ id, displayName, required, options }: MappedField): ResourceMapperField {
	return {
		id,
		displayName,
		required: required === true,
		defaultMatch: false,
		display: true,
		canBeUsedToMatch: false,
		type: options === undefined ? 'string' : 'options',
		...(options !== undefined && { options }),
	};
}
