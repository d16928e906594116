import { html, theirs, type Html } from './html';
import { count, percent } from './words';

/** One bar: its length is a share of 100. */
export interface Bar {
	label: Html | string;
	value: number;
	/** 0–100 with one decimal. */
	share: number;
	/** Class of the colour; default: the accent. */
	tone?: string;
}

/** Horizontal bars with their numbers beside them, so that nothing hangs on the drawing alone. */
export function barsOf(bars: readonly Bar[]): Html {
	return html`<ul class="bars">
		${bars.map(
			({ label, value, share, tone = 'accent' }) =>
				html`<li>
					<span class="label">${typeof label === 'string' ? theirs(label) : label}</span>
					<span class="number"
						><b>${count(value)}</b> <span class="muted">${percent(share)}</span></span
					>
					<svg
						class="bar"
						viewBox="0 0 100 1"
						preserveAspectRatio="none"
						aria-hidden="true"
						focusable="false"
					>
						<rect class="track" width="100" height="1" />
						<rect class="${tone}" width="${share}" height="1" />
					</svg>
				</li>`,
		)}
	</ul>`;
}
