import type { Page } from 'playwright-core';
import { boxOf } from '../../templates/boxes';
import { PICTURE_LIMIT } from '../../templates/picture';
import type { Template } from '../../templates/template';
import { withPalette } from './palette';

/** Only the canvas, over the whole window. */
const ONLY_CANVAS = `
	[data-test-id="canvas-wrapper"] { position: fixed !important; inset: 0; z-index: 9999; }
	.vue-flow__panel, .vue-flow__minimap, .vue-flow__controls, [data-test-id="canvas-controls"],
	[data-test-id="execute-workflow-button"], [data-test-id="canvas-minimap"],
	[data-test-id="node-creator-plus-button"], .el-drawer, .el-overlay, #header { display: none !important; }
`;

/** How large the canvas is drawn, the first that keeps the limit. */
const SCALES = [0.7, 0.6, 0.5, 0.42, 0.35];
const MARGIN = 16;
/** n8n leaves a margin around what it fits into the window. */
const AROUND = 1.3;

/** A picture of a workflow's canvas, of all of it and of nothing else. */
export async function pictureOf(page: Page, address: string, template: Template): Promise<Buffer> {
	for (const scale of SCALES) {
		const picture = withPalette(await take(page, address, template, scale));
		if (picture.length <= PICTURE_LIMIT) return picture;
	}
	throw new Error(
		`The canvas of ${template.name} has no readable picture of ${PICTURE_LIMIT} bytes`,
	);
}

async function take(page: Page, address: string, { file }: Template, scale: number) {
	const boxes = file.nodes.map(boxOf);
	const wide =
		Math.max(...boxes.map(({ right }) => right)) - Math.min(...boxes.map(({ left }) => left));
	const high =
		Math.max(...boxes.map(({ bottom }) => bottom)) - Math.min(...boxes.map(({ top }) => top));
	await page.setViewportSize({
		width: Math.ceil(wide * scale * AROUND),
		height: Math.ceil(high * scale * AROUND),
	});
	await page.goto(address);
	const nodes = page.locator('.vue-flow__node');
	await nodes.first().waitFor();
	await page.addStyleTag({ content: ONLY_CANVAS });
	// Fits the canvas into the window: n8n's own key for it.
	await page.keyboard.press('1');
	await page.waitForFunction(imagesAreThere);
	await settled(page);
	const frames = await nodes.evaluateAll((elements) =>
		elements.map((element) => {
			const { left, top, right, bottom } = element.getBoundingClientRect();
			return { left, top, right, bottom };
		}),
	);
	const left = Math.max(0, Math.min(...frames.map((frame) => frame.left)) - MARGIN);
	const top = Math.max(0, Math.min(...frames.map((frame) => frame.top)) - MARGIN);
	return await page.screenshot({
		clip: {
			x: left,
			y: top,
			width: Math.max(...frames.map((frame) => frame.right)) + MARGIN - left,
			height: Math.max(...frames.map((frame) => frame.bottom)) + MARGIN - top,
		},
	});
}

function imagesAreThere(): boolean {
	return Array.from(document.images).every(({ complete }) => complete);
}

/** Waits until the canvas has come to rest. */
async function settled(page: Page): Promise<void> {
	const pane = page.locator('.vue-flow__transformationpane');
	let before = '';
	for (;;) {
		await page.waitForTimeout(400);
		const now = (await pane.getAttribute('style')) ?? '';
		if (now === before) return;
		before = now;
	}
}
