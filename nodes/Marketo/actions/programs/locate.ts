import type { IExecuteFunctions } from 'n8n-workflow';

import { ParameterError } from '../../../shared/node/errors';
import { asObject, asText, isObject } from '../../../shared/transport/json';
import { splitWebinarId } from '../../mapping/connection';
import { programIdOf } from '../../mapping/program';

/** A webinar whose program is looked for. */
export interface WantedWebinar {
	webinarId: string;
	/** Empty = the item names none. */
	occurrenceId: string;
	/** Empty = any platform. */
	provider: string;
}

/** What the field Program says, for one item. */
export type Located = { by: 'id'; programId: number } | { by: 'webinar'; webinar: WantedWebinar };

/** @throws ParameterError when the field holds no program and no webinar */
export function locateProgram(context: IExecuteFunctions, itemIndex: number): Located {
	const parameter: unknown = context.getNodeParameter('program', itemIndex, '');
	const { mode, value } = isObject(parameter) ? parameter : { mode: 'id', value: parameter };
	if (mode === 'webinar')
		return { by: 'webinar', webinar: wantedWebinar(context, itemIndex, value) };
	const programId = programIdOf(value);
	if (programId === undefined) {
		throw new ParameterError(
			asText(value).trim() === ''
				? 'Program is empty'
				: 'Program holds neither a program ID nor the address of a program',
			'Choose the program from the list, or enter its ID, e.g. 1207 of https://app-ab12.marketo.com/#ME1207A1',
		);
	}
	return { by: 'id', programId };
}

/** The occurrence comes from the item where only the webinar's ID was typed. */
function wantedWebinar(
	context: IExecuteFunctions,
	itemIndex: number,
	typed: unknown,
): WantedWebinar {
	const wanted = splitWebinarId(asText(typed));
	if (wanted.webinarId === '') {
		throw new ParameterError(
			'Program is searched by its connected webinar, but the webinar ID is empty',
			'Enter the ID of the webinar under Program, e.g. {{ $json.webinar.webinarId }}',
		);
	}
	const { json } = context.getInputData()[itemIndex] ?? {};
	const given = isObject(json?.webinar) ? json.webinar : asObject(json);
	if (asText(given.webinarId) !== wanted.webinarId) return { ...wanted, provider: '' };
	return {
		webinarId: wanted.webinarId,
		occurrenceId: wanted.occurrenceId || asText(given.occurrenceId).trim(),
		provider: asText(given.provider).trim(),
	};
}
