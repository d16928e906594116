import type { AttendeeItem } from '../model/attendance';
import { ZoneTimes } from './zoneTimes';

type Cell = string | number | boolean | null | undefined;

/** The columns of the file of people, in order; their names are what spreadsheets are built on. */
const COLUMNS: ReadonlyArray<[name: string, of: (item: AttendeeItem, times: ZoneTimes) => Cell]> = [
	['Email', ({ email }) => email],
	['First Name', ({ firstName }) => firstName],
	['Last Name', ({ lastName }) => lastName],
	['Attendance Status', ({ attendanceStatus }) => attendanceStatus],
	['Role', ({ attendance }) => attendance.role],
	['Registered', ({ registrant }) => (registrant === null ? 'no' : 'yes')],
	['Registered At', ({ registrant }, times) => times.of(registrant?.registeredAt)],
	['First Join Time', ({ attendance }, times) => times.of(attendance.firstJoinTime)],
	['Last Leave Time', ({ attendance }, times) => times.of(attendance.lastLeaveTime)],
	['Time Zone', (_, times) => times.name],
	['Attended Seconds', ({ attendance }) => attendance.attendedSeconds],
	['Attended Percent', ({ attendance }) => attendance.attendedPercent],
	['Engagement Level', ({ engagement }) => engagement.level],
	['Polls Answered', ({ engagement }) => engagement.pollsAnswered],
	['Questions Asked', ({ engagement }) => engagement.questionsAsked],
	['Survey Answered', ({ engagement }) => (engagement.surveyAnswered ? 'yes' : 'no')],
	['Viewed Seconds', ({ attendance }) => attendance.onDemand?.viewedSeconds],
	['Company', ({ registrant }) => registrant?.company],
	['Job Title', ({ registrant }) => registrant?.jobTitle],
	['Phone', ({ registrant }) => registrant?.phone],
	['Source', ({ registrant }) => registrant?.source],
	['Matched By', ({ attendance }) => attendance.matchedBy],
];

/**
 * One row per person as CSV (RFC 4180), in UTF-8 with the mark by which Excel knows it. Times are of
 * the zone that their row names, in a form that spreadsheets read as a date.
 */
export function csvOf(people: readonly AttendeeItem[], zone: string): string {
	const times = new ZoneTimes(zone);
	const rows = people.map((item) => COLUMNS.map(([, of]) => of(item, times)));
	return `\uFEFF${[COLUMNS.map(([name]) => name), ...rows].map(line).join('')}`;
}

function line(cells: readonly Cell[]): string {
	return `${cells.map(cell).join(',')}\r\n`;
}

function cell(value: Cell): string {
	if (typeof value !== 'string') return String(value ?? '');
	const text = harmless(value);
	return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

/**
 * A spreadsheet takes text that begins like this for a formula and runs it; a quote makes it text.
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
function harmless(text: string): string {
	// Null bytes and halves of characters are in no name, and end a file for some programs.
	const clean = text.replace(/[\0\p{Cs}]/gu, '');
	return /^[\s\p{Cf}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/u.test(clean) ? `'${clean}` : clean;
}
