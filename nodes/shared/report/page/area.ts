import type { Figures } from '../figures';
import type { TimelinePoint } from '../timeline';
import { html, type Html } from './html';
import { linesUp, marksAcross } from './scale';
import { count, counted, type Clock } from './words';

const WIDTH = 1000;
const HEIGHT = 300;

type Curve = Pick<Figures, 'attendanceOverTime' | 'peakAttendees' | 'peakTime'>;

/**
 * Attendance over time. The drawing stretches with the page; its labels are text beside it, which
 * does not. The same numbers follow as a table.
 */
export function attendanceChart(
	{ attendanceOverTime: points, peakAttendees, peakTime }: Curve,
	clock: Clock,
): Html | null {
	const [first, last] = [points[0], points[points.length - 1]];
	if (first === undefined || last === undefined || first === last) return null;
	if (peakAttendees === null || peakTime === null) return null;
	const [start, end] = [Date.parse(first.time), Date.parse(last.time)];
	const lines = linesUp(peakAttendees);
	const top = lines[lines.length - 1] ?? 1;
	const across = (time: string): number => (Date.parse(time) - start) / (end - start);
	const up = (attendees: number): number => r(HEIGHT * (1 - attendees / top));
	const line = points
		.map(({ time, attendees }) => `${r(across(time) * WIDTH)},${up(attendees)}`)
		.join(' L');
	const isOneDay = clock.isSameDay(first.time, last.time);
	const when = (time: string): string => (isOneDay ? clock.time(time) : clock.dayAndTime(time));
	const marks = marksAcross(start, end, isOneDay ? 7 : 4, clock);
	const title = `Attendees over time, at most ${count(peakAttendees)} at ${when(peakTime)}`;
	return html`<figure class="area">
			<div class="plot">
				<div class="ys" aria-hidden="true">
					${lines.map((at) => html`<span style="bottom:${r((100 * at) / top)}%">${count(at)}</span>`)}
				</div>
				<svg
					viewBox="0 0 ${WIDTH} ${HEIGHT}"
					preserveAspectRatio="none"
					role="img"
					aria-label="${title}"
				>
					<title>${title}</title>
					${lines.map((at) => html`<line class="rule" x1="0" x2="${WIDTH}" y1="${up(at)}" y2="${up(at)}" />`)}
					<path class="fill" d="M0,${HEIGHT} L${line} L${WIDTH},${HEIGHT} Z" />
					<path class="line" d="M${line}" />
				</svg>
				<div class="xs" aria-hidden="true">
					${marks.map((time) => html`<span style="left:${r(across(time) * 100)}%">${when(time)}</span>`)}
				</div>
			</div>
			<figcaption>
				${counted(peakAttendees, 'attendee was', 'attendees were')} in at once, first at
				${when(peakTime)}.
			</figcaption>
		</figure>
		${tableOf(points, when)}`;
}

function tableOf(points: readonly TimelinePoint[], when: (time: string) => string): Html {
	return html`<details>
		<summary>Show as a table</summary>
		<div class="scroll">
			<table>
				<thead>
					<tr>
						<th scope="col">Time</th>
						<th scope="col">In</th>
						<th scope="col">Joined</th>
						<th scope="col">Left</th>
					</tr>
				</thead>
				<tbody>
					${points.map(
						({ time, attendees, joined, left }) =>
							html`<tr>
								<th scope="row">${when(time)}</th>
								<td>${count(attendees)}</td>
								<td>${count(joined)}</td>
								<td>${count(left)}</td>
							</tr>`,
					)}
				</tbody>
			</table>
		</div>
	</details>`;
}

function r(value: number): number {
	return Math.round(value * 10) / 10;
}
