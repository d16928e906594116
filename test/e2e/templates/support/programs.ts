import { readTemplate, type WorkflowFile } from '../../../host/drive/templates';
import { parametersOf } from './options';

/** As Edit Fields keeps them. */
interface Assignment {
	name: string;
	value: string;
}

/**
 * A template for Marketo in which somebody has entered program and webinar in *Which program and webinar*, as its
 * note says.
 */
export function filledIn(
	template: string,
	ids: { programId: number | string; webinarId: number | string },
): WorkflowFile {
	const file = readTemplate(template);
	const { assignments } = parametersOf(file, 'Which program and webinar').assignments as {
		assignments: Assignment[];
	};
	for (const one of assignments) one.value = String(ids[one.name as keyof typeof ids]);
	return file;
}
