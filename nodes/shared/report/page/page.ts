import type { Threshold } from '../../attendees/attendance';
import type { SessionReason } from '../../model/attendance';
import { percentOf } from '../../model/intervals';
import { explain } from '../../model/reasons';
import type { Webinar } from '../../model/webinar';
import { asIsoTime } from '../../transport/json';
import type { Figures } from '../figures';
import { attendanceChart } from './area';
import { barsOf } from './bars';
import { CHART_STYLE } from './chartStyle';
import { html, theirs, type Html, type Part } from './html';
import { engagementOf, onDemandOf, turnoutOf } from './people';
import { questionsOf, repliesOf } from './said';
import { STYLE } from './style';
import { tilesOf } from './tiles';
import { Clock, counted, duration } from './words';

export interface PageContent {
	webinar: Webinar;
	figures: Figures;
	reason: SessionReason | undefined;
	threshold: Threshold;
	/** What the platform did not tell. */
	notes: readonly string[];
	/** IANA name. */
	zone: string;
	/** Epoch milliseconds. */
	madeAt: number;
}

const PLATFORMS: Readonly<Record<Webinar['provider'], string>> = {
	zoom: 'Zoom',
	adobeConnect: 'Adobe Connect',
};

/** Whoever opens the page asks nobody for anything: no script, no font, no picture from elsewhere. */
const POLICY =
	"default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/** The report as one page that needs nothing but itself. */
export function pageOf(content: PageContent): string {
	const { webinar, figures, reason, notes, threshold, zone, madeAt } = content;
	const clock = new Clock(zone);
	const topic = webinar.topic.trim() || `Webinar ${webinar.webinarId}`;
	const made = asIsoTime(madeAt) ?? '';
	const registration = webinar.registrationRequired;
	const platform = PLATFORMS[webinar.provider];
	return String(
		html`<!doctype html>
			<html lang="en">
				<head>
					<meta charset="utf-8" />
					<meta http-equiv="Content-Security-Policy" content="${POLICY}" />
					<meta name="viewport" content="width=device-width, initial-scale=1" />
					<meta name="color-scheme" content="light dark" />
					<meta name="referrer" content="no-referrer" />
					<meta name="robots" content="noindex" />
					<title>${topic}: webinar report</title>
					<style>
						${CHART_STYLE}${STYLE}
					</style>
				</head>
				<body>
					<main>
						<header>
							<p class="kind">Webinar report</p>
							<h1>${theirs(topic)}</h1>
							<p class="when">${whenOf(webinar, clock)}</p>
						</header>
						${reason !== undefined && html`<p class="callout">${explain(reason).message}.</p>`}
						${tilesOf(figures, registration)}
						${sideBySide(
							card('Turnout', turnoutOf(figures, { threshold, registration })),
							card('Engagement', engagementOf(figures)),
						)}
						${card('Attendance over time', attendanceChart(figures, clock))}
						${figures.polls.length > 0 && card('Polls', repliesOf(figures.polls))}
						${figures.questions !== null && card('Questions and answers', questionsOf(figures.questions, clock))}
						${figures.surveys !== null && card('Survey', repliesOf(figures.surveys))}
						${sideBySide(
							card('On demand', onDemandOf(figures)),
							card('Where registrants came from', sourcesOf(figures)),
							card('Downloads', downloadsOf(figures)),
						)}
						${
							notes.length > 0 &&
							card(
								'Good to know',
								html`<ul class="also">
									${notes.map((note) => html`<li>${theirs(note)}</li>`)}
								</ul>`,
							)
						}
						<footer>
							<p>
								From the reports of ${platform}, webinar <bdi>${webinar.webinarId}</bdi>. Times are
								of ${clock.zoneAt(webinar.startTime ?? made)}. Made on ${clock.day(made)} at
								${clock.time(made)} with n8n.
							</p>
						</footer>
					</main>
				</body>
			</html> `,
	);
}

/** Nothing where there is nothing to show. */
function card(title: string, content: Html | null): Part {
	return (
		content !== null &&
		html`<section class="card">
			<h2>${title}</h2>
			${content}
		</section>`
	);
}

function sideBySide(...cards: Part[]): Part {
	return cards.some((one) => one !== false) && html`<div class="pair">${cards}</div>`;
}

function downloadsOf({ filesDownloaded }: Figures): Html | null {
	if (filesDownloaded === null) return null;
	return html`<p>Files were downloaded <b>${counted(filesDownloaded, 'time', 'times')}</b>.</p>`;
}

function whenOf(webinar: Webinar, clock: Clock): Part {
	const { startTime, endTime, scheduledStartTime, durationSeconds } = webinar;
	const start = startTime ?? scheduledStartTime;
	if (start === null) return 'No date';
	const until =
		endTime === null
			? ''
			: `–${clock.isSameDay(start, endTime) ? clock.time(endTime) : clock.dayAndTime(endTime)}`;
	const length = startTime === null ? 'planned' : duration(durationSeconds);
	return html`${clock.day(start)}, ${clock.time(start)}${until}
		<span class="muted">${clock.zoneAt(start)} · ${length}</span>`;
}

function sourcesOf({ sources, registered }: Figures): Html | null {
	if (sources.length === 0) return null;
	return barsOf(
		sources.map(({ source, registered: value }) => ({
			label: source,
			value,
			share: percentOf(value, registered ?? 0),
		})),
	);
}
