import type { Threshold } from '../../attendees/attendance';
import { percentOf } from '../../model/intervals';
import type { Figures } from '../figures';
import { barsOf } from './bars';
import { donutOf } from './donut';
import { html, type Html } from './html';
import { count, counted, duration, percent } from './words';

/** Who came: the ring of registrants, and everybody else in words. */
export function turnoutOf(
	figures: Figures,
	{ threshold, registration }: { threshold: Threshold; registration: boolean | null },
): Html {
	const { registered, attendedRegistered, noShows, unknown, showUpRate, attended } = figures;
	const rest = (registered ?? 0) - attendedRegistered - (noShows ?? 0) - unknown;
	const slices = [
		{ group: 'Attended', value: attendedRegistered, tone: 'good' },
		{ group: 'Recording only', value: rest, tone: 'later' },
		{ group: 'No-shows', value: noShows ?? 0, tone: 'away' },
		{ group: 'Not known', value: unknown, tone: 'ring' },
	].filter(({ value }) => value > 0);
	const words = alsoOf(figures, threshold).map((text) => html`<li>${text}</li>`);
	const also =
		words.length > 0 &&
		html`<ul class="also">
			${words}
		</ul>`;
	if (registered === null || registered === 0) {
		return html`<p>
				${registered === 0 ? 'Nobody registered.' : registration === false ? NO_REGISTRATION : NOT_TOLD}
				${attended > 0 && `${counted(attended, 'person', 'people')} attended.`}
			</p>
			${also}`;
	}
	const title = `${counted(registered, 'registrant', 'registrants')}: ${slices.map(({ group, value }) => `${group} ${value}`).join(', ')}`;
	const middle = showUpRate === null ? '–' : percent(showUpRate);
	return html`<div class="turnout">
			${donutOf(slices, { title, middle, below: 'showed up' })}
			<ul class="legend">
				${slices.map(
					({ group, value, tone }) =>
						html`<li>
							<i class="dot ${tone}"></i><span>${group}</span><b>${count(value)}</b
							><span class="muted">${percent(percentOf(value, registered))}</span>
						</li>`,
				)}
			</ul>
		</div>
		${also}`;
}

const NO_REGISTRATION =
	'The webinar had no registration, so there are no no-shows and no show-up rate.';
const NOT_TOLD = 'It is not known who registered, so no-shows and the show-up rate are not known.';

function alsoOf(
	{ registered, guests, panelists, hosts, belowMinimum }: Figures,
	{ amount, unit }: Threshold,
): string[] {
	const minimum = unit === 'percent' ? percent(amount) : duration(amount);
	return [
		guests > 0 && registered !== null
			? `${counted(guests, 'guest', 'guests')} attended without having registered.`
			: '',
		belowMinimum > 0
			? `${counted(belowMinimum, 'person', 'people')} stayed for less than ${minimum} and did not count as attended.`
			: '',
		panelists + hosts > 0
			? `Not counted: ${counted(panelists, 'panelist or presenter', 'panelists or presenters')} and ${counted(hosts, 'host', 'hosts')}.`
			: '',
	].filter((text) => text !== '');
}

/** Engagement by Adobe's published rule. */
export function engagementOf({ engagement, attended }: Figures): Html | null {
	if (attended === 0) return null;
	const { high, medium, low, unknown } = engagement;
	if (unknown === attended) {
		return html`<p>
			The platform reports no polls, questions or downloads, and time alone does not show
			engagement.
		</p>`;
	}
	const levels = [
		{ label: html`High`, value: high, tone: 'good' },
		{ label: html`Medium`, value: medium, tone: 'accent' },
		{ label: html`Low`, value: low, tone: 'away' },
		{ label: html`Not known`, value: unknown, tone: 'away' },
	].filter(({ value }, index) => index < 3 || value > 0);
	return html`${barsOf(levels.map((level) => ({ ...level, share: percentOf(level.value, attended) })))}
		<p class="muted small">
			High: at least 80% of the time, took part in the polls or downloaded, and asked. Medium: at
			least 60% and one of these. What was not offered lowers nobody.
		</p>`;
}

/** Who viewed the recording, as far as that is told. */
export function onDemandOf({ onDemand }: Figures): Html | null {
	if (onDemand === null) return null;
	const { viewers, insteadOfLive, averageViewedSeconds } = onDemand;
	if (viewers === 0) return html`<p>Nobody has viewed the recording yet.</p>`;
	return html`<p>
		<b>${counted(viewers, 'person', 'people')}</b> viewed the recording, ${count(insteadOfLive)} of
		them instead of coming
		live${averageViewedSeconds !== null && `, for ${duration(averageViewedSeconds)} on average`}.
	</p>`;
}
