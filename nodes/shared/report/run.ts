import type { IBinaryKeyData, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { runSessions, type AttendeeRun } from '../attendees/run';
import type { HeldSession } from '../attendees/session';
import type { Destination } from '../model/outcome';
import { isCalledAsTool } from '../node/tool';
import { keepFile } from '../recordings/store';
import { bounded, IN_ITEM, ON_PAGE } from './bounded';
import { csvOf } from './csv';
import { figuresOf, type Told } from './figures';
import { reportFileName } from './files';
import type { ReportOptions } from './options';
import { pageOf } from './page/page';

const POINTS = 120;
/** A model reads few numbers well. */
const POINTS_OF_TOOL = 24;

/**
 * *Get report*: for each session one item with its figures and the files on output 0, and on output 1
 * the input for each session whose report is not ready. As a tool figures alone, all on output 0.
 */
export async function runReport<S extends HeldSession>(
	context: IExecuteFunctions,
	itemIndex: number,
	run: AttendeeRun<S>,
	options: ReportOptions,
): Promise<INodeExecutionData[][]> {
	const tool = isCalledAsTool(context);
	const maxPoints = tool ? POINTS_OF_TOOL : POINTS;
	return await runSessions(context, itemIndex, run, async ({ webinar }, found) => {
		const { people, reason, books } = found;
		const told = { webinar, people, said: books.said(), viewsTold: books.viewsTold };
		const figures = figuresOf(told, { named: options.named, maxPoints });
		const json = { webinar, figures: bounded(figures, IN_ITEM), ...(reason && { reason }) };
		if (tool) return [{ json }];
		const page = (): string =>
			pageOf({
				...{ webinar, reason, zone: options.zone, madeAt: run.now, notes: run.notes.all },
				...{ figures: bounded(figures, ON_PAGE), threshold: run.options.threshold },
			});
		return [{ json, binary: await filesOf(context, run.vendor, told, options, page) }];
	});
}

async function filesOf(
	context: IExecuteFunctions,
	vendor: Destination,
	{ webinar, people }: Told,
	{ files, zone }: ReportOptions,
	page: () => string,
): Promise<IBinaryKeyData> {
	const binary: IBinaryKeyData = {};
	const keep = async (text: string, name: string, mimeType: string) =>
		await keepFile(context, Buffer.from(text, 'utf8'), name, mimeType, vendor);
	if (files.has('page')) {
		const name = reportFileName('webinar-report', webinar, zone, 'html');
		binary.page = await keep(page(), name, 'text/html');
	}
	if (files.has('people')) {
		const name = reportFileName('webinar-people', webinar, zone, 'csv');
		binary.people = await keep(csvOf(people, zone), name, 'text/csv');
	}
	return binary;
}
