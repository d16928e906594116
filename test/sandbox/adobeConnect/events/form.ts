import { denied } from '../http/errors';
import { actorOf, type Call } from '../http/router';
import { element, textElement, type Element } from '../http/xml';
import type { AdobeState } from '../state/adobeState';
import { readableEvent } from './read';

const USER_FIELDS = [
	['first-name', 'First Name'],
	['last-name', 'Last Name'],
	['email', 'E-mail Address'],
] as const;

/** The registration form: what is asked of everybody, and the questions of the event. */
export function eventRegistrationDetails(state: AdobeState, call: Call): Element[] {
	const event = readableEvent(state, call);
	const actor = actorOf(call);
	const own = event.registrants.find(({ principalId }) => principalId === actor.id);
	return [
		element(
			'event-fields',
			{},
			event.questions.map(({ id, kind, description, required }, index) =>
				element(
					'field',
					{
						'interaction-id': id,
						'interaction-type': kind,
						'display-seq': index + 1,
						'is-required': required,
						'input-data-type': 'text',
					},
					[textElement('description', description)],
				),
			),
		),
		element(
			'user-fields',
			{},
			USER_FIELDS.map(([name, description], index) =>
				element('field', {}, [
					textElement('name', name),
					textElement('description', description),
					textElement('interaction-type', 'fill-in'),
					textElement('display-seq', String(index + 1)),
					textElement('is-required', 'true'),
					textElement('input-data-type', 'text'),
					textElement('response', ''),
				]),
			),
		),
		element(
			'asset-responses',
			{},
			Object.entries(own?.answers ?? {}).map(([id, response]) =>
				element('response', { 'interaction-id': id }, [textElement('response', response)]),
			),
		),
	];
}

/** The choices of a question, each with its letter. */
export function reportAssetResponseInfo(state: AdobeState, call: Call): Element[] {
	const event = readableEvent(state, call);
	const id = call.params.id('interaction-id');
	const question = event.questions.find((one) => one.id === id);
	if (!question) throw denied();
	const rows = (question.choices ?? []).map((choice, index) =>
		element('response', { 'interaction-id': id, 'display-seq': index }, [
			textElement('response', String.fromCharCode(65 + index)),
			textElement('description', choice),
		]),
	);
	return [element('report-asset-responses', {}, rows)];
}
