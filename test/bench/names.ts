import type { BenchRow } from './contract';
import { isFigure } from './rows';

/** Rows that are about the same, under one heading of the page and of the chart. */
export interface Subject {
	title: string;
	/** What each figure is called. */
	figures: readonly RegExp[];
}

const SIZES = ['100', '1,000', '10,000', '50,000'];

/** One figure for each size of a webinar that ended, to each destination. */
function ended(figure: string): RegExp[] {
	return ['HubSpot', 'Marketo'].flatMap((destination) =>
		SIZES.map(
			(size) => new RegExp(`^Webinar ended → ${destination}, ${size} registrants: ${figure}$`),
		),
	);
}

/** What must have been measured in a whole run: a bench that lost a figure would go on saying that all holds. */
export const SUBJECTS: readonly Subject[] = [
	{
		title: 'Calls',
		figures: [
			...ended('calls'),
			/^Webinar ended → HubSpot, 1,000 registrants, beside n8n's own nodes: calls of HubSpot$/,
			/^Webinar ended → HubSpot, 1,000 registrants, beside n8n's own nodes: calls in all$/,
			/^Sync attendance to HubSpot, 100 registrants at once, beside one by one: calls$/,
			/^Sync attendance to Marketo, 100 registrants at once, beside one by one: calls$/,
			/^Add registrants to Zoom, 100 people at once, beside one by one: calls$/,
			/^Register 1,000 people by batch: calls$/,
			/^Register 1,000 people one by one: calls$/,
		],
	},
	{
		title: 'Refused calls',
		figures: [
			...ended('calls refused for limits'),
			/^Register 1,000 people by batch: calls refused for limits$/,
			/^Register 1,000 people one by one: calls refused for limits$/,
			/^Register 600 people one by one: calls refused for limits$/,
			/^Get attendees, 50,000 registrants: calls refused for limits$/,
			/^Sync attendance to HubSpot, [\d,]+ registrants: calls refused for limits$/,
			/^Sync attendance to Marketo, [\d,]+ registrants, the whole quota taken: calls refused for limits$/,
			/^Sync attendance to Marketo, [\d,]+ registrants, half of the quota taken: calls refused for limits$/,
		],
	},
	{
		title: 'Clock',
		figures: [
			...ended('clock'),
			/^Webinar ended → HubSpot, 1,000 registrants, beside n8n's own nodes: clock$/,
			/^Get attendees, 50,000 registrants: clock against the pauses Zoom asks for$/,
			/^Get attendees, 50,000 registrants: clock against Zoom's limit per second for reports$/,
			/^Register 600 people one by one: clock against Zoom's limit per second$/,
			/^Register 600 people one by one: clock against the half of Zoom's limit per second that another client leaves$/,
			/^Sync attendance to HubSpot, [\d,]+ registrants: clock against HubSpot's quota$/,
			/^Sync attendance to HubSpot, [\d,]+ registrants: clock against the half of HubSpot's quota that another client leaves$/,
			/^Sync attendance to Marketo, [\d,]+ registrants, the whole quota taken: clock against Marketo's quota$/,
			/^Sync attendance to Marketo, [\d,]+ registrants, half of the quota taken: clock against half of Marketo's quota$/,
			/^Sync attendance to Marketo, [\d,]+ registrants, the whole quota asked for: clock against the half of Marketo's quota that another client leaves$/,
		],
	},
	{
		title: 'Computing',
		figures: [
			/^Get attendees, 5,000 → 50,000 registrants: time spent computing$/,
			/^Get attendees, .*: computing per person beside JSON\.parse and JSON\.stringify$/,
			/^Get attendees, .*: computing per person beside n8n's Edit Fields$/,
			/^Get attendees of Adobe Connect, .*: time spent computing$/,
		],
	},
	{
		title: 'Memory',
		figures: [
			/^Get attendees, 5,000 → 50,000 registrants: memory$/,
			/^Get attendees, 50,000 registrants: memory beside a gigabyte, into which [\d,]+ fit$/,
			/^Get attendees of Adobe Connect, .*: memory$/,
			/^Sync recordings, 2,147,483,648 bytes streamed to disk: memory above the start$/,
		],
	},
	{
		title: 'Start-up',
		figures: [
			/^Load the package in n8n, .*: time spent computing$/,
			/^Package as downloaded: size$/,
		],
	},
];

/** Rows under their heading. */
export interface Group {
	title: string;
	rows: readonly BenchRow[];
}

/** The rows by subject, in the order in which the subjects name them; what no subject names comes last. */
export function grouped(rows: readonly BenchRow[], subjects = SUBJECTS): Group[] {
	const groups = subjects.map(({ title, figures }) => ({
		title,
		rows: figures.flatMap((figure) => rows.filter(({ name }) => figure.test(name))),
	}));
	const named = new Set(groups.flatMap((group) => group.rows));
	const others = { title: 'Other', rows: rows.filter((row) => !named.has(row)) };
	return [...groups, others].filter((group) => group.rows.length > 0);
}

/**
 * @param subjects what must have been measured; none = whatever was
 * @returns what is wrong: a figure that is missing, is there twice, is no number, or that nobody would miss
 */
export function missing(rows: readonly BenchRow[], subjects = SUBJECTS): string[] {
	const figures = subjects.flatMap((subject) => subject.figures);
	const counted = figures
		.map((figure) => ({ figure, times: rows.filter(({ name }) => figure.test(name)).length }))
		.filter(({ times }) => times !== 1)
		.map(
			({ figure, times }) =>
				`${times === 0 ? 'No row is' : 'Several rows are'} called ${figure.source}`,
		);
	const unknown = rows
		.filter(({ name }) => figures.length > 0 && !figures.some((figure) => figure.test(name)))
		.map(({ name }) => `${name}: named by no subject, so nobody would miss it`);
	const empty = rows
		.filter(({ ours, reference, ratio, limit }) => ![ours, reference, ratio, limit].every(isFigure))
		.map(({ name }) => `${name}: not measured`);
	return [...counted, ...unknown, ...empty];
}
