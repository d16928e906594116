import {
	updateDisplayOptions,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';

import type { Written } from '../../../shared/node/people';
import { readWebinarId } from '../../descriptions/webinarLocator';
import {
	isSameForm,
	toShownQuestions,
	toWireForm,
	withQuestions,
	type WireForm,
} from '../../mapping/webinarQuestions';
import { getRegistrationForm, setRegistrationForm } from '../../transport/endpoints/webinars';
import { tellingMeetings } from '../../transport/whatIsIt';
import { oneByOne } from './oneByOne';
import { alreadySo, done } from './outcome';
import { questionFields } from './questionFields';
import { readQuestions } from './questionInput';

export const description = updateDisplayOptions(
	{ show: { resource: ['webinar'], operation: ['setQuestions'] } },
	questionFields,
);

/** The registration form of one webinar per item. Zoom takes whole forms, so it is read first. */
export async function operation(
	this: IExecuteFunctions,
	items: INodeExecutionData[],
): Promise<Written[]> {
	return await oneByOne(this, items, async (index) => {
		const webinarId = readWebinarId(this, index);
		const wanted = readQuestions(this, index);
		const present = toWireForm(
			await tellingMeetings(this, webinarId, getRegistrationForm(this, webinarId)),
		);
		const keepOthers = this.getNodeParameter('keepOthers', index, true) === true;
		const form = keepOthers ? withQuestions(present, wanted) : wanted;
		if (isSameForm(form, present)) {
			const outcome = alreadySo(webinarId, 'The registration form already asks this');
			return { outcome, adds: shown(present) };
		}
		await setRegistrationForm(this, webinarId, form);
		const count = form.questions.length + form.custom_questions.length;
		const message = `The registration form asks ${count} ${count === 1 ? 'question' : 'questions'}`;
		return { outcome: done('updated', webinarId, message), adds: shown(form) };
	});
}

function shown(form: WireForm): { questions: ReturnType<typeof toShownQuestions> } {
	return { questions: toShownQuestions(form) };
}
