import { css } from './html';

/** Colours first, for light and dark; paper is always light. */
export const STYLE = css`
	:root {
		color-scheme: light dark;
		--page: #f4f5f8;
		--card: #ffffff;
		--ink: #171a21;
		--muted: #5a6374;
		--edge: #e2e5ec;
		--track: #eceef3;
		--accent: #3b5bdb;
		--soft: rgba(59, 91, 219, 0.14);
		--good: #0b8a6a;
		--later: #8250c8;
		--away: #98a1b2;
		--note: #fff6df;
		--note-ink: #6b4c00;
	}
	@media screen and (prefers-color-scheme: dark) {
		:root {
			--page: #0f1218;
			--card: #181c25;
			--ink: #eceff5;
			--muted: #9aa5b8;
			--edge: #2a303c;
			--track: #262c38;
			--accent: #7b97ff;
			--soft: rgba(123, 151, 255, 0.18);
			--good: #35c49b;
			--later: #b58bf2;
			--away: #66718a;
			--note: #33290f;
			--note-ink: #f1d48a;
		}
	}
	* {
		box-sizing: border-box;
	}
	body {
		margin: 0;
		background: var(--page);
		color: var(--ink);
		font:
			16px/1.5 system-ui,
			-apple-system,
			'Segoe UI',
			Roboto,
			'Helvetica Neue',
			Arial,
			'Noto Sans',
			sans-serif;
		font-variant-numeric: tabular-nums;
		-webkit-text-size-adjust: 100%;
	}
	main {
		display: grid;
		gap: 20px;
		max-width: 980px;
		margin: 0 auto;
		padding: 40px 20px 56px;
	}
	main > *,
	.pair > * {
		min-width: 0;
	}
	h1,
	h2,
	h3,
	p,
	ul,
	ol,
	dl,
	dd,
	figure {
		margin: 0;
		padding: 0;
	}
	ul,
	ol {
		list-style: none;
	}
	h1,
	h3,
	p,
	li,
	bdi {
		overflow-wrap: anywhere;
	}
	h1 {
		font-size: clamp(1.5rem, 1.1rem + 2vw, 2.25rem);
		line-height: 1.2;
		letter-spacing: -0.02em;
		text-wrap: balance;
	}
	h2 {
		margin-bottom: 16px;
		font-size: 1.0625rem;
	}
	h3 {
		font-size: 1rem;
		font-weight: 600;
	}
	.kind {
		margin-bottom: 6px;
		color: var(--accent);
		font-size: 0.875rem;
		font-weight: 600;
	}
	.when {
		margin-top: 10px;
	}
	.muted {
		color: var(--muted);
	}
	.small {
		font-size: 0.875rem;
	}
	.card,
	.tile {
		border: 1px solid var(--edge);
		border-radius: 14px;
		background: var(--card);
	}
	.card {
		padding: 22px 24px 24px;
	}
	.callout {
		padding: 14px 18px;
		border-radius: 12px;
		background: var(--note);
		color: var(--note-ink);
	}
	.pair {
		display: grid;
		gap: 20px;
		grid-template-columns: repeat(auto-fit, minmax(min(100%, 340px), 1fr));
	}
	footer {
		color: var(--muted);
		font-size: 0.8125rem;
	}

	.tiles {
		display: grid;
		gap: 12px;
		grid-template-columns: repeat(4, 1fr);
	}
	.tile {
		padding: 14px 18px 16px;
	}
	.tile dt {
		color: var(--muted);
		font-size: 0.875rem;
	}
	.tile b {
		display: block;
		font-size: 1.75rem;
		line-height: 1.25;
		letter-spacing: -0.02em;
	}
	.tile span {
		display: block;
		margin-top: 2px;
		color: var(--muted);
		font-size: 0.8125rem;
		line-height: 1.35;
	}

	.questions {
		display: grid;
		gap: 20px;
	}
	.questions li {
		padding-inline-start: 16px;
		border-inline-start: 3px solid var(--edge);
	}
	.asked {
		font-weight: 600;
	}
	.answered {
		margin-top: 8px;
	}
	.asked bdi,
	.answered bdi {
		white-space: pre-line;
	}

	@media (max-width: 720px) {
		main {
			gap: 14px;
			padding: 24px 14px 40px;
		}
		.tiles {
			gap: 10px;
			grid-template-columns: repeat(2, 1fr);
		}
		.card {
			padding: 18px 16px 20px;
		}
		.plot svg {
			height: 190px;
		}
		.xs span:nth-child(even) {
			display: none;
		}
	}
	@media print {
		@page {
			margin: 14mm;
		}
		* {
			-webkit-print-color-adjust: exact;
			print-color-adjust: exact;
		}
		:root {
			color-scheme: light;
			--page: #ffffff;
		}
		body {
			font-size: 11pt;
		}
		main {
			gap: 12pt;
			max-width: none;
			padding: 0;
		}
		details {
			display: none;
		}
		.tile,
		.bars li,
		.questions li,
		.turnout,
		.area {
			break-inside: avoid;
		}
		h2,
		h3 {
			break-after: avoid;
		}
	}
`;
