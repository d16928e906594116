import type { Flow } from '../flow';
import { DATA_TABLE, raw, SET, SPLIT_OUT } from '../nodes';
import { LOG } from './columns';
import { getRows } from './dataTable';

const KNOWN = 'Later news';
const UNCONNECTED = 'Without a program';

/**
 * Registrations as the platform tells them, without those that are older than what the log knows of the person:
 * they change nothing any more. From x = 2820 to 3540.
 * @param needsProgram also without those of webinars for which no program was found lately: to search for one
 * costs up to 300 calls
 */
export function newsOnly(flow: Flow, came: string, needsProgram: boolean): string {
	const mine = { column: 'flow', value: flow.rows };
	const later = flow.add(
		KNOWN,
		DATA_TABLE,
		[2820, -140],
		getRows(LOG.name, [
			mine,
			{ column: 'webinarId', value: '={{ $json.webinar.webinarId }}' },
			{ column: 'email', value: '={{ $json.registrant.email }}' },
			{ column: 'sequence', condition: 'gt', value: '={{ $json.sequence ?? 0 }}' },
		]),
		{ alwaysOutputData: true },
	);
	const unconnected = needsProgram
		? [
				flow.add(
					UNCONNECTED,
					DATA_TABLE,
					[3060, -140],
					getRows(LOG.name, [
						mine,
						{ column: 'reason', value: 'programNotFound' },
						{
							column: 'loggedAt',
							condition: 'gt',
							value: '={{ $now.minus({ hours: 20 }).toISO() }}',
						},
					]),
					{ executeOnce: true, alwaysOutputData: true },
				),
			]
		: [];
	const withProgram = `
		.filter(({ webinar }) => !$('${UNCONNECTED}').all().some(({ json }) => json.webinarId === webinar.webinarId))`;
	const news = flow.add(
		'What is news',
		SET,
		[3300, -140],
		raw(`{
	news: $('One by one').all().map(({ json }) => json)
		.filter(({ webinar, registrant, sequence }) => !$('${KNOWN}').all().some(({ json }) => json.webinarId === webinar.webinarId && json.email === registrant.email && json.sequence > sequence))${needsProgram ? withProgram : ''}
}`),
		{ executeOnce: true },
	);
	const last = flow.add('Each registration', SPLIT_OUT, [3540, -140], {
		fieldToSplitOut: 'news',
		options: {},
	});
	flow.chain(came, later, ...unconnected, news, last);
	return last;
}
