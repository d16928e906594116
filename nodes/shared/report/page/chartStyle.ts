import { css } from './html';

/** Ring, bars and the attendance over time with its table. */
export const CHART_STYLE = css`
	.turnout {
		display: flex;
		flex-wrap: wrap;
		gap: 24px;
		align-items: center;
	}
	.donut {
		flex: none;
		width: 168px;
		height: 168px;
	}
	.donut text {
		fill: var(--ink);
		text-anchor: middle;
	}
	.donut .middle {
		font-size: 7px;
		font-weight: 700;
	}
	.donut .below {
		fill: var(--muted);
		font-size: 2.9px;
	}
	.arc {
		fill: none;
		stroke-width: 4.6;
	}
	.legend {
		display: grid;
		flex: 1 1 190px;
		gap: 8px;
	}
	.legend li {
		display: grid;
		gap: 10px;
		grid-template-columns: 12px 1fr auto 3.6em;
		align-items: baseline;
	}
	.legend li > :last-child {
		text-align: end;
	}
	.dot {
		align-self: center;
		width: 12px;
		height: 12px;
		border-radius: 4px;
	}
	.also {
		display: grid;
		gap: 4px;
		margin-top: 16px;
		color: var(--muted);
		font-size: 0.875rem;
	}
	h2 + .also {
		margin-top: 0;
	}

	.bars {
		display: grid;
		gap: 14px;
	}
	.bars li {
		display: grid;
		gap: 4px 16px;
		grid-template-columns: minmax(0, 1fr) auto;
		align-items: end;
	}
	.bars .number {
		white-space: nowrap;
	}
	.bars .number .muted {
		display: inline-block;
		min-width: 3.4em;
		text-align: end;
	}
	.bar {
		display: block;
		grid-column: 1 / -1;
		width: 100%;
		height: 10px;
		border-radius: 5px;
	}
	.bars + .small {
		margin-top: 16px;
	}
	.poll + .poll {
		margin-top: 28px;
		padding-top: 24px;
		border-top: 1px solid var(--edge);
	}
	.poll h3 + p {
		margin: 2px 0 14px;
	}

	.bar .track {
		fill: var(--track);
	}
	.bar .accent {
		fill: var(--accent);
	}
	.bar .good {
		fill: var(--good);
	}
	.bar .away {
		fill: var(--away);
	}
	.arc.good {
		stroke: var(--good);
	}
	.arc.later {
		stroke: var(--later);
	}
	.arc.away {
		stroke: var(--away);
	}
	.arc.ring {
		stroke: var(--track);
	}
	.dot.good {
		background: var(--good);
	}
	.dot.later {
		background: var(--later);
	}
	.dot.away {
		background: var(--away);
	}
	.dot.ring {
		background: var(--track);
	}

	.plot {
		position: relative;
		margin: 8px 0 0 44px;
		padding-bottom: 28px;
	}
	.plot svg {
		display: block;
		width: 100%;
		height: 240px;
		overflow: visible;
	}
	.rule {
		stroke: var(--edge);
		stroke-width: 1;
		vector-effect: non-scaling-stroke;
	}
	.fill {
		fill: var(--soft);
	}
	.line {
		fill: none;
		stroke: var(--accent);
		stroke-linejoin: round;
		stroke-width: 2.25;
		vector-effect: non-scaling-stroke;
	}
	.ys span,
	.xs span {
		position: absolute;
		color: var(--muted);
		font-size: 0.75rem;
		line-height: 1;
		white-space: nowrap;
	}
	.ys {
		position: absolute;
		inset: 0 100% 28px auto;
		width: 44px;
	}
	.ys span {
		right: 10px;
		transform: translateY(50%);
	}
	.xs {
		position: absolute;
		right: 0;
		bottom: 4px;
		left: 0;
		height: 12px;
	}
	.xs span {
		transform: translateX(-50%);
	}
	figcaption {
		margin-top: 12px;
		color: var(--muted);
		font-size: 0.875rem;
	}
	details {
		margin-top: 12px;
		font-size: 0.875rem;
	}
	summary {
		width: fit-content;
		color: var(--accent);
		cursor: pointer;
	}
	.scroll {
		max-height: 360px;
		margin-top: 12px;
		overflow: auto;
		border: 1px solid var(--edge);
		border-radius: 10px;
	}
	table {
		width: 100%;
		border-collapse: collapse;
	}
	th,
	td {
		padding: 6px 14px;
		border-bottom: 1px solid var(--edge);
		font-weight: 400;
		text-align: end;
	}
	th:first-child {
		text-align: start;
	}
	thead th {
		position: sticky;
		top: 0;
		background: var(--card);
		color: var(--muted);
	}
	tbody tr:last-child > * {
		border-bottom: 0;
	}
`;
