import { html, type Html } from './html';

export interface Slice {
	value: number;
	/** Class of the colour. */
	tone: string;
}

/** With this radius the circle is 100 long, so that lengths on it are percent. */
const RADIUS = 15.9155;

/**
 * A ring of shares with words in its middle. Its numbers stand in the legend beside it.
 * @param title what it shows, for people who do not see it
 */
export function donutOf(
	slices: readonly Slice[],
	{ title, middle, below }: { title: string; middle: string; below: string },
): Html {
	const total = slices.reduce((sum, { value }) => sum + value, 0);
	let before = 0;
	const arcs = slices
		.filter(({ value }) => value > 0)
		.map(({ value, tone }) => {
			const share = rounded((100 * value) / total);
			const arc = html`<circle
				class="arc ${tone}"
				cx="21"
				cy="21"
				r="${RADIUS}"
				stroke-dasharray="${share} ${rounded(100 - share)}"
				stroke-dashoffset="${rounded(25 - before)}"
			/>`;
			before += share;
			return arc;
		});
	return html`<svg class="donut" viewBox="0 0 42 42" role="img" aria-label="${title}">
		<title>${title}</title>
		<circle class="arc ring" cx="21" cy="21" r="${RADIUS}" />
		${arcs}
		<text class="middle" x="21" y="21.6">${middle}</text>
		<text class="below" x="21" y="26">${below}</text>
	</svg>`;
}

function rounded(value: number): number {
	return Math.round(value * 100) / 100;
}
