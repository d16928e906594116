import type { INode } from 'n8n-workflow';
import type { Page } from 'playwright-core';

import { fromPlus } from '../support/canvasActions';
import { soon } from '../support/soon';

/** Takes a word of the step that is walked; see `Guide.word`. */
export type Say = (word: string) => string;

/** The windows of n8n in which a credential is made, and what else the first sync needs of them. */
export class Windows {
	constructor(readonly page: Page) {}

	readonly part = (id: string) => this.page.locator(`[data-test-id="${id}"]`);

	readonly button = (name: string) => this.page.getByRole('button', { name, exact: true });

	private readonly dialog = () => this.part('editCredential-modal');

	/** **+**, _New credential_, the type, _Continue_. */
	async newCredential(say: Say, words: string, type: string): Promise<void> {
		say('+');
		await fromPlus(this.page, say('New credential'));
		await this.part('new-credential-type-select').waitFor();
		await this.page.keyboard.type(say(words));
		await this.page.getByText(say(type), { exact: true }).click();
		await this.button(say('Continue')).click();
		await this.dialog().waitFor();
	}

	/** Types into the field of that name. */
	async fill(field: string, text = ''): Promise<void> {
		// What must be filled has a star.
		const label = this.page.getByText(new RegExp(`^${field}\\s*\\*?$`));
		const own = '[data-test-id="credential-connection-parameter"]';
		await this.dialog().locator(own, { has: label }).locator('input').first().fill(text);
	}

	async saveCredential(say: Say): Promise<void> {
		await this.button(say('Save')).click();
		await this.dialog().getByText(say('Connection tested successfully')).waitFor();
		await this.page.keyboard.press('Escape');
		await this.dialog().waitFor({ state: 'detached' });
	}

	/**
	 * Ctrl+S, until n8n has what was chosen last; what was not saved is gone afterwards.
	 * @param node the one that was given its credential last
	 */
	async save(node: string): Promise<void> {
		await this.page.keyboard.press('Control+s');
		await soon(async () => expect((await this.stored(node))?.credentials).toBeDefined());
		await this.page.reload();
		await this.part('canvas-node').first().waitFor();
	}

	/** A node of the workflow that is open, as n8n has it; undefined until it has the workflow. */
	private async stored(name: string): Promise<INode | undefined> {
		const id = /\/workflow\/(\w+)/.exec(this.page.url())?.[1];
		// n8n binds a session to the browser.
		const browser = await this.page.evaluate(() => localStorage.getItem('n8n-browserId') ?? '');
		const address = new URL(`/rest/workflows/${id}`, this.page.url()).href;
		const answer = await this.page.request.get(address, { headers: { 'browser-id': browser } });
		if (!answer.ok()) return undefined;
		const { data } = (await answer.json()) as { data: { nodes: INode[] } };
		return data.nodes.find((node) => node.name === name);
	}

	/** Types the value of a name in an open panel of *Edit Fields*. */
	async assign(name: string, value: string): Promise<void> {
		for (const row of await this.part('assignment').all()) {
			const own = row.locator('[data-test-id="assignment-name"] input');
			if ((await own.inputValue()) !== name) continue;
			const field = row.locator('[data-test-id="assignment-value"]');
			return await field.locator('textarea, input').first().fill(value);
		}
		throw new Error(`There is no ${name}`);
	}
}
