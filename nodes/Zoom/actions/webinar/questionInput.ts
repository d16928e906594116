import type { IExecuteFunctions } from 'n8n-workflow';

import { ParameterError } from '../../../shared/node/errors';
import { asObject, asObjects, asText, isObject } from '../../../shared/transport/json';
import { checkedForm, toWireForm, type WireForm } from '../../mapping/webinarQuestions';

/** The questions that an item asks for. @throws ParameterError for what is no form of Zoom's */
export function readQuestions(context: IExecuteFunctions, itemIndex: number): WireForm {
	if (context.getNodeParameter('specifyQuestions', itemIndex, 'fields') === 'json') {
		return checkedForm(toWireForm(readJson(context.getNodeParameter('questionsJson', itemIndex))));
	}
	const listOf = (name: string): ReturnType<typeof asObjects> =>
		asObjects(asObject(context.getNodeParameter(name, itemIndex, {})).question);
	return checkedForm(
		toWireForm({
			questions: listOf('standardQuestions').map((question) => ({
				field_name: question.fieldName,
				required: question.required,
			})),
			custom_questions: listOf('customQuestions').map((question) => ({
				...question,
				answers: question.type === 'short' ? [] : lines(question.answers),
			})),
		}),
	);
}

function lines(typed: unknown): string[] {
	return asText(typed)
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '');
}

function readJson(typed: unknown): Record<string, unknown> {
	const parsed = typeof typed === 'string' ? parse(typed) : typed;
	if (!isObject(parsed)) {
		throw new ParameterError(
			'Questions (JSON) is not a JSON object',
			'Enter an object with questions and custom_questions, in the words of Zoom’s API',
		);
	}
	return parsed;
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}
