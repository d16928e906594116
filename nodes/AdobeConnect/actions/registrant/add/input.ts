import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { answerText, readCustomQuestions } from '../../../../shared/registrants/answers';
import {
	readAddOptions,
	readContact,
	readEach,
	type AddOptions,
} from '../../../../shared/registrants/input';
import { asObject, asText } from '../../../../shared/transport/json';
import type { PrincipalType } from '../../../transport/endpoints/principals';
import type { AdobeClient } from '../../../transport/request';
import { readJoinLinks, type JoinLinks } from '../../people/joinLinks';
import { readWebinarChoice } from '../../people/webinarOf';
import { AdobeCandidate, type Wish } from './candidate';

export interface AdobeAddOptions extends AddOptions {
	/** What people without an account become, where they register for a room. */
	createAs: PrincipalType;
	/** Guests who are known become users, where people are created as users. */
	convertGuests: boolean;
	links: JoinLinks;
}

const TYPES: readonly PrincipalType[] = ['guest', 'external-user', 'user'];

/** What holds for the whole run, as the first item says it. @throws ParameterError */
export async function readAdobeAddOptions(context: IExecuteFunctions): Promise<AdobeAddOptions> {
	const { createAs, convertGuests } = asObject(context.getNodeParameter('options', 0, {}));
	return {
		...readAddOptions(context),
		createAs: TYPES.find((type) => type === createAs) ?? 'guest',
		convertGuests: convertGuests === true,
		links: await readJoinLinks(context),
	};
}

/** One candidate per item. */
export function readCandidates(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
	client: AdobeClient,
): AdobeCandidate[] {
	return readEach(
		items,
		(index) => new AdobeCandidate(readWish(context, index, client)),
		() => new AdobeCandidate(null),
	);
}

function readWish(context: IExecuteFunctions, index: number, client: AdobeClient): Wish {
	const options = asObject(context.getNodeParameter('options', index, {}));
	// A value outside a list of answers is for Adobe Connect to judge.
	const values = context.getNodeParameter('fields.value', index, {}, { skipValidation: true });
	return {
		...readWebinarChoice(context, index, client),
		contact: readContact(context, index),
		answers: {
			byId: Object.fromEntries(
				Object.entries(asObject(values)).map(([id, value]) => [id, answerText(value)]),
			),
			byTitle: readCustomQuestions(options.customQuestions),
		},
		password: asText(options.password),
		campaignId: answerText(options.trackingSourceId),
	};
}
