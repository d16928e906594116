import type { IExecuteFunctions } from 'n8n-workflow';

import { unresolvedField } from '../../../shared/node/errors';
import { asObject, asText, isObject } from '../../../shared/transport/json';
import { splitWebinarId } from '../../mapping/connection';
import { programIdOf } from '../../mapping/program';
import { refusal, type ProgramRefusal } from './refusal';

/** A webinar whose program is looked for. */
export interface WantedWebinar {
	webinarId: string;
	/** Empty = the item names none. */
	occurrenceId: string;
	/** Empty = any platform. */
	provider: string;
}

/** What the field Program says, for one item. */
export type Located =
	| { by: 'id'; programId: number }
	| { by: 'webinar'; webinar: WantedWebinar }
	| { by: 'nothing'; refusal: ProgramRefusal };

/** Never throws: what cannot be read is that item's matter alone. */
export function locateProgram(context: IExecuteFunctions, itemIndex: number): Located {
	let parameter: unknown;
	try {
		parameter = context.getNodeParameter('program', itemIndex, '');
	} catch (error) {
		return nothing(unresolvedField(error), 'Correct the expression in Program, for this item');
	}
	const { mode, value } = isObject(parameter) ? parameter : { mode: 'id', value: parameter };
	if (mode === 'webinar') return byWebinar(context, itemIndex, value);
	const programId = programIdOf(value);
	if (programId !== undefined) return { by: 'id', programId };
	return nothing(
		asText(value).trim() === ''
			? 'Program is empty'
			: 'Program holds neither a program ID nor the address of a program',
		'Choose the program from the list, or enter its ID, e.g. 1207 of https://app-ab12.marketo.com/#ME1207A1',
	);
}

/** The occurrence comes from the item where only the webinar's ID was typed. */
function byWebinar(context: IExecuteFunctions, itemIndex: number, typed: unknown): Located {
	const wanted = splitWebinarId(asText(typed));
	if (wanted.webinarId === '') {
		return nothing(
			'Program is searched by its connected webinar, but the webinar ID is empty',
			'Enter the ID of the webinar under Program, e.g. {{ $json.webinar.webinarId }}',
		);
	}
	const { json } = context.getInputData()[itemIndex] ?? {};
	const given = isObject(json?.webinar) ? json.webinar : asObject(json);
	if (asText(given.webinarId) !== wanted.webinarId) {
		return { by: 'webinar', webinar: { ...wanted, provider: '' } };
	}
	const webinar = {
		webinarId: wanted.webinarId,
		occurrenceId: wanted.occurrenceId || asText(given.occurrenceId).trim(),
		provider: asText(given.provider).trim(),
	};
	return { by: 'webinar', webinar };
}

function nothing(message: string, repair: string): Located {
	return { by: 'nothing', refusal: refusal('programNotFound', message, repair) };
}
