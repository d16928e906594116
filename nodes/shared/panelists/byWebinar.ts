import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { isCancelled } from '../node/errors';
import type { Refusals } from '../node/oneByOne';
import type { Written } from '../node/people';
import { groupedBy } from '../model/groups';

/** One input item on its way; `written` once it is known what became of it. */
export class Entry<T> {
	written: Written | undefined;

	constructor(
		readonly input: T,
		private readonly rules: Refusals,
	) {}

	settle(written: Written): void {
		this.written ??= written;
	}

	/** What was thrown for this one. */
	refuse(error: unknown): void {
		this.settle({ outcome: this.rules.refused(error, '') });
	}
}

/**
 * Writes webinar by webinar, so that each is read once. What is thrown for a webinar is the outcome of
 * its entries that were not settled before; other webinars go on. What concerns everybody is thrown as
 * long as nothing was written.
 */
export async function byWebinar<T extends { webinar: unknown }>(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
	rules: Refusals,
	read: (itemIndex: number) => T,
	write: (webinar: T['webinar'], entries: Array<Entry<T>>) => Promise<void>,
): Promise<Written[]> {
	const all: Array<Written | Entry<T>> = [...items.keys()].map((index) => {
		try {
			return new Entry(read(index), rules);
		} catch (error) {
			return { outcome: rules.refused(error, '') };
		}
	});
	const readable = all.filter((one): one is Entry<T> => one instanceof Entry);
	let everybodys: unknown;
	for (const entries of groupedBy(readable, ({ input }) => input.webinar)) {
		const { webinar } = entries[0]!.input;
		const written = everybodys === undefined ? write(webinar, entries) : refuse(everybodys);
		await written.catch((error: unknown) => {
			if (rules.concernsEverybody(error)) everybodys = error;
			if (isCancelled(context, error) || (everybodys !== undefined && nothingDone(readable)))
				throw error;
			for (const entry of entries) entry.refuse(error);
		});
	}
	return all.map((one) => {
		if (!(one instanceof Entry)) return one;
		return one.written ?? { outcome: rules.refused(new Error('This item was not processed'), '') };
	});
}

async function refuse(error: unknown): Promise<never> {
	throw error;
}

function nothingDone(entries: ReadonlyArray<Entry<unknown>>): boolean {
	return entries.every(({ written }) => written?.outcome.result !== 'synced');
}
