import type { Figures } from '../figures';
import { html, type Html, type Part } from './html';
import { count, duration, percent } from './words';

interface Tile {
	title: string;
	value: string;
	note?: string;
}

const UNKNOWN = '–';

/** The figures that everybody looks for first. */
export function tilesOf(figures: Figures, registration: boolean | null): Html {
	const { registered, attended, guests, showUpRate, noShows, averageAttendedSeconds } = figures;
	const { averageAttendedPercent, medianAttendedSeconds, peakAttendees } = figures;
	const tiles: Tile[] = [
		{
			title: 'Registered',
			value: registered === null ? UNKNOWN : count(registered),
			note:
				registered !== null ? undefined : registration === false ? 'No registration' : 'Not told',
		},
		{
			title: 'Attended',
			value: count(attended),
			note:
				guests > 0 && registered !== null
					? `${count(guests)} of them without registration`
					: undefined,
		},
		{
			title: 'Show-up rate',
			value: showUpRate === null ? UNKNOWN : percent(showUpRate),
			note: showUpRate === null ? 'Needs registrants' : 'Of those who registered',
		},
		{ title: 'No-shows', value: noShows === null ? UNKNOWN : count(noShows) },
		{
			title: 'Average time',
			value: averageAttendedSeconds === null ? UNKNOWN : duration(averageAttendedSeconds),
			note:
				averageAttendedPercent === null
					? undefined
					: `${percent(averageAttendedPercent)} of the webinar`,
		},
		{
			title: 'Median time',
			value: medianAttendedSeconds === null ? UNKNOWN : duration(medianAttendedSeconds),
			note: medianAttendedSeconds === null ? undefined : 'Half stayed longer',
		},
		{
			title: 'Peak',
			value: peakAttendees === null ? UNKNOWN : count(peakAttendees),
			note: 'At once',
		},
		questionsTile(figures),
	];
	return html`<dl class="tiles">${tiles.map(tileOf)}</dl>`;
}

function questionsTile({ questions }: Figures): Tile {
	if (questions === null) return { title: 'Questions', value: UNKNOWN, note: 'Not told' };
	const { asked, answered } = questions;
	const note = asked === 0 ? undefined : `${count(answered)} answered`;
	return { title: 'Questions', value: count(asked), note };
}

function tileOf({ title, value, note }: Tile): Part {
	return html`<div class="tile">
		<dt>${title}</dt>
		<dd><b>${value}</b>${note !== undefined && html`<span>${note}</span>`}</dd>
	</div>`;
}
