import type { FastifyInstance } from 'fastify';
import type { ZoomRegistrationForm } from '../../world';
import { readRoute, writeRoute } from '../access';
import type { ZoomContext } from '../context';
import { validationFailed } from '../errors';
import { requireRegistration } from '../registration/door';

const FIELDS = new Set([
	'last_name',
	'address',
	'city',
	'country',
	'zip',
	'state',
	'phone',
	'industry',
	'org',
	'job_title',
	'purchasing_time_frame',
	'role_in_purchase_process',
	'no_of_employees',
	'comments',
]);
const TYPES = new Set(['short', 'single_radio', 'single_dropdown', 'multiple']);

/** https://developers.zoom.us/docs/api/meetings/#tag/webinars/get/webinars/{webinarId}/registrants/questions */
export function registerQuestions(app: FastifyInstance, { lookup }: ZoomContext): void {
	app.get(
		'/webinars/:webinarId/registrants/questions',
		readRoute(
			'Light',
			'webinar:read:list_registration_questions',
			'webinar:read:list_registration_questions:admin',
		),
		async (request) => {
			const webinar = lookup.webinar(request);
			requireRegistration(webinar);
			return webinar.questions ?? { questions: [], custom_questions: [] };
		},
	);

	app.patch<{ Body: Partial<ZoomRegistrationForm> | null }>(
		'/webinars/:webinarId/registrants/questions',
		writeRoute(
			'Light',
			'webinar:update:registration_question',
			'webinar:update:registration_question:admin',
		),
		async (request, reply) => {
			const webinar = lookup.webinar(request);
			requireRegistration(webinar);
			const before = webinar.questions ?? { questions: [], custom_questions: [] };
			const { questions = before.questions, custom_questions = before.custom_questions } =
				request.body ?? {};
			checkFields(questions);
			checkCustom(custom_questions);
			webinar.questions = { questions, custom_questions };
			return reply.code(204).send();
		},
	);
}

/** @throws ZoomError 400/300 */
function checkFields(questions: unknown): void {
	if (!Array.isArray(questions)) throw validationFailed('questions');
	for (const one of questions) {
		const { field_name, required }: Record<string, unknown> = Object(one);
		if (!FIELDS.has(String(field_name)) || !isFlag(required)) throw validationFailed('questions');
	}
}

/** @throws ZoomError 400/300 */
function checkCustom(questions: unknown): void {
	if (!Array.isArray(questions)) throw validationFailed('custom_questions');
	for (const one of questions) {
		const { title, type, required, answers = [] }: Record<string, unknown> = Object(one);
		if (typeof title !== 'string' || title === '' || !TYPES.has(String(type))) {
			throw validationFailed('custom_questions');
		}
		if (!isFlag(required)) throw validationFailed('custom_questions');
		// Choices need answers, texts cannot have any.
		const isShort = type === 'short';
		if (!Array.isArray(answers) || (answers.length === 0) !== isShort) {
			throw validationFailed('custom_questions.answers');
		}
	}
}

const isFlag = (value: unknown): boolean => value === undefined || typeof value === 'boolean';
