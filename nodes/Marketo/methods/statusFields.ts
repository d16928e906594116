import type {
	ILoadOptionsFunctions,
	ResourceMapperField,
	ResourceMapperFields,
} from 'n8n-workflow';

import { asObject, asText } from '../../shared/transport/json';
import type { ProgressionStatus } from '../mapping/channel';
import { KIND_NAMES, matchStatuses, type StatusKind } from '../mapping/statusKinds';
import { chosenStatuses, isProgramEmpty } from './programs';

const REGISTRATION: readonly StatusKind[] = [
	'registered',
	'pending',
	'waitListed',
	'rejected',
	'cancelled',
	'registrationError',
];

const ATTENDANCE: readonly StatusKind[] = ['attended', 'noShow', 'attendedOnDemand'];

export const getRegistrationStatuses = kinds(REGISTRATION);
export const getAttendanceStatuses = kinds(ATTENDANCE);

/**
 * One field per kind, each with the statuses of the chosen program's channel and prefilled by their
 * names. Of a program that is known only when the workflow runs the names are typed. Nothing is shown
 * before a program is chosen.
 */
function kinds(wanted: readonly StatusKind[]) {
	return async function (this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
		if (isOpen(this)) return { fields: wanted.map((kind) => field(kind, [])) };
		if (isProgramEmpty(this)) {
			// The editor remembers of every field that it has once seen whether it is shown.
			const fields = wanted.map((kind) => ({ ...field(kind, []), display: false }));
			return { fields, emptyFieldsNotice: 'Choose the program first' };
		}
		const statuses = await chosenStatuses(this);
		return { fields: wanted.map((kind) => field(kind, statuses)) };
	};
}

function isOpen(context: ILoadOptionsFunctions): boolean {
	const { mode, value } = asObject(context.getCurrentNodeParameter('program'));
	return mode === 'webinar' || asText(value).startsWith('=');
}

function field(kind: StatusKind, statuses: readonly ProgressionStatus[]): ResourceMapperField {
	const matched = matchStatuses(statuses)[kind];
	const options = statuses
		.filter(({ hidden, step }) => !hidden && step > 0)
		.map(({ name }) => ({ name, value: name }));
	return {
		id: kind,
		displayName: KIND_NAMES[kind],
		required: false,
		defaultMatch: false,
		display: true,
		canBeUsedToMatch: false,
		...(matched !== undefined && { defaultValue: matched }),
		...(options.length === 0 ? { type: 'string' } : { type: 'options', options }),
	};
}
