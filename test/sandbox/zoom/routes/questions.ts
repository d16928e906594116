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
			if (!Array.isArray(questions) || questions.some((one) => !FIELDS.has(one.field_name))) {
				throw validationFailed('questions');
			}
			if (!Array.isArray(custom_questions)) throw validationFailed('custom_questions');
			for (const { title, type, answers } of custom_questions) {
				if (typeof title !== 'string' || title === '' || !TYPES.has(type)) {
					throw validationFailed('custom_questions');
				}
				if (type !== 'short' && (!Array.isArray(answers) || answers.length === 0)) {
					throw validationFailed('custom_questions.answers');
				}
			}
			webinar.questions = { questions, custom_questions };
			return reply.code(204).send();
		},
	);
}
