import type { IBinaryData, INodeExecutionData } from 'n8n-workflow';

import type { Webinar } from '../../../nodes/shared/model/webinar';
import type { Figures } from '../../../nodes/shared/report/figures';
import type { StorySession } from '../../story/contract';
import { expectedFigures, presentAt } from '../../truth';
import type { NodeRunResult } from './runNode';

/** One item of *Get report*. */
export interface Report {
	webinar: Webinar;
	figures: Figures;
	reason?: string;
	/** Text of the files that it carries. */
	page: string | undefined;
	people: string | undefined;
}

/** @throws when the run has failed */
export function reports({ outputs, error }: NodeRunResult): Report[] {
	if (error !== null) throw new Error(`${error.message} (${error.description ?? ''})`);
	return (outputs[0] ?? []).map(reportIn);
}

function reportIn({ json, binary }: INodeExecutionData): Report {
	const { webinar, figures, reason } = json;
	const told = { webinar, figures, reason } as Pick<Report, 'webinar' | 'figures' | 'reason'>;
	return { ...told, page: textOf(binary?.page), people: textOf(binary?.people) };
}

function textOf(binary: IBinaryData | undefined): string | undefined {
	return binary && Buffer.from(binary.data, 'base64').toString('utf8');
}

/** The figures are those of the story's people, at every moment of the session. */
export function expectFiguresOf(session: StorySession, { figures }: Report): void {
	expect(figures).toMatchObject(expectedFigures(session));
	expectAttendanceOf(session, figures);
}

/** At each point those are in who were in by the story; the last is the moment before the end. */
export function expectAttendanceOf(session: StorySession, { attendanceOverTime }: Figures): void {
	const moments = attendanceOverTime.map(({ time }) => Date.parse(time));
	if (moments.length > 0) moments[moments.length - 1] = moments[moments.length - 1]! - 1;
	expect(attendanceOverTime.map(({ attendees }) => attendees)).toEqual(
		moments.map((moment) => presentAt(session, moment)),
	);
}

/** Rows of a file of people, without its head; enough where no cell holds a line break. */
export function rowsOf(csv: string | undefined): string[] {
	return (csv ?? '').split('\r\n').slice(1, -1);
}
