import { leadFields } from '../leads/fields';
import { memberFields } from '../members/fields';
import type { MarketoState } from '../state/marketoState';
import type { SchemaPart } from './fieldRoutes';

export function leadSchema(state: MarketoState): SchemaPart {
	const { leadFields: custom } = state.world;
	return {
		path: '/rest/v1/leads/schema/fields',
		fields: () => leadFields(state),
		max: 100,
		customCount: () => Object.keys(custom).length,
		add: ({ name, displayName, dataType }) => {
			custom[name] = dataType;
			state.leadFieldNames.set(name, displayName);
		},
		rename: (name, displayName) => {
			state.leadFieldNames.set(name, displayName);
		},
	};
}

export function memberSchema(state: MarketoState): SchemaPart {
	const { memberFields: custom } = state.world;
	return {
		path: '/rest/v1/programs/members/schema/fields',
		fields: () => memberFields(state),
		max: 20,
		customCount: () => Object.keys(custom).length,
		add: ({ name, displayName, dataType }) => {
			custom[name] = { displayName, dataType };
		},
		rename: (name, displayName) => {
			if (name in custom) custom[name].displayName = displayName;
		},
	};
}
