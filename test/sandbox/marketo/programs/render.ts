import { assetDate } from '../http/dates';
import type { JsonRecord } from '../http/input';
import type { MarketoProgramState } from '../world';

export const UI = 'https://app-sandbox.marketo.com';

/** Letters of a program's kind in the address of the application. */
const URL_KINDS: Record<string, string> = {
	event: 'ME',
	'event with webinar': 'ME',
	webinar: 'ME',
	engagement: 'NP',
	email: 'EBP',
};

export function programUrl({ id, type }: MarketoProgramState): string {
	return `${UI}/#${URL_KINDS[type.toLowerCase()] ?? 'PG'}${id}A1`;
}

/** A program as lists show it: without tags and costs. */
export function programRow(program: MarketoProgramState): JsonRecord {
	const { startDate, endDate } = program;
	return {
		id: program.id,
		name: program.name,
		description: program.description,
		createdAt: assetDate(program.createdAt),
		updatedAt: assetDate(program.updatedAt),
		url: programUrl(program),
		type: program.type,
		channel: program.channel,
		folder: { ...program.folder },
		status: program.status,
		workspace: program.workspace,
		...(startDate === undefined ? {} : { startDate }),
		...(endDate === undefined ? {} : { endDate }),
		headStart: false,
	};
}

/** A program by itself. */
export function programDetails(program: MarketoProgramState): JsonRecord {
	return {
		...programRow(program),
		tags: program.tags ?? [],
		costs: program.costs ?? null,
	};
}
