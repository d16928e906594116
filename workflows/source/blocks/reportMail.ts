/** Expressions of the mail that carries a report. */

const WHO = "$('Who gets the report').first().json";

const list = (text: string) =>
	`String(${text} ?? '').split(/[\\s,;]+/).filter((one) => one.includes('@')).join(', ')`;

/** Addresses with commas between them: those that the user filled in, else the host's. */
export const RECIPIENTS = `(${list(`${WHO}.to`)} || ${list('$json.webinar.hostEmail')})`;

/** Mail servers want an address of their own; without one the first recipient stands in. */
export const SENDER = `={{ ${list(`${WHO}.from`)} || ${RECIPIENTS}.split(', ')[0] }}`;

export const SUBJECT =
	"={{ 'Webinar report: ' + $json.webinar.topic + ($json.webinar.startTime ? ', ' + DateTime.fromISO($json.webinar.startTime).setZone($json.webinar.timezone || 'UTC').toFormat('d LLLL yyyy') : '') }}";

/** Topics are written by anybody. */
const safe = (text: string) =>
	`String(${text}).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')`;

const minutes = (seconds: string) =>
	`(typeof ${seconds} === 'number' ? Math.round(${seconds} / 60) + ' min' : null)`;

const percent = (value: string) => `(typeof ${value} === 'number' ? ${value} + ' %' : null)`;

const FIGURES: Array<[name: string, value: string]> = [
	['Registered', '$json.figures.registered'],
	['Attended', '$json.figures.attended'],
	['Show-up rate', percent('$json.figures.showUpRate')],
	['No-shows', '$json.figures.noShows'],
	['Average time', minutes('$json.figures.averageAttendedSeconds')],
	['Most at once', '$json.figures.peakAttendees'],
	['Highly engaged', '$json.figures.engagement?.high'],
	['Questions', '$json.figures.questions?.asked'],
	['Viewers of the recording', '$json.figures.onDemand?.viewers'],
];

/** The key figures; what the platform does not tell is left out. The charts are in the page: mail shows none. */
export const BODY = `={{ '<h2>' + ${safe('$json.webinar.topic')} + '</h2><table cellpadding="6">' + [
${FIGURES.map(([name, value]) => `	['${name}', ${value}]`).join(',\n')}
].filter(([, value]) => value !== null && value !== undefined).map(([name, value]) => '<tr><td>' + name + '</td><td align="right"><b>' + value + '</b></td></tr>').join('') + '</table><p>Attendance over time, polls and questions are in the attached page: open it in a browser. Everybody who registered or came is in the attached CSV file.</p>' }}`;
