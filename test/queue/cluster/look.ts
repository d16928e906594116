import { MAIN_TEMPLATE } from '../../host/job/mainJob';
import type { StorySession } from '../../story/contract';
import { OPEN_TABLE, type Row, tableRows } from '../../e2e/templates/support/tables';
import { figures } from '../report';
import type { Cluster } from './cluster';
import type { Scene } from './scene';

/** The first ones are enough for whoever reads them. */
const SHOWN = 10;

/** In what HubSpot differs from what must be there after these sessions; counted, the first ten shown. */
export function differencesIn({ judge }: Scene, ...sessions: StorySession[]): string[] {
	const found = judge.hubSpot(sessions);
	figures.lostOrDoubled += found.length;
	figures.people += judge.expectation(sessions).outcomes.length;
	return found.slice(0, SHOWN);
}

/** People of the main template who are to be tried again; the templates share the table. */
export async function openRows({ n8n }: Cluster): Promise<Row[]> {
	return (await tableRows(n8n, OPEN_TABLE)).filter(({ flow }) => flow === MAIN_TEMPLATE);
}
