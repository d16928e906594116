import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { isCancelled } from '../../../shared/node/errors';
import type { Written } from '../../../shared/node/people';
import { concernsEverybody } from '../webinar/oneByOne';
import { refused } from '../webinar/outcome';

/** One input item on its way; `written` once it is known what became of it. */
export class Entry<T> {
	written: Written | undefined;

	constructor(readonly input: T) {}

	settle(written: Written): void {
		this.written ??= written;
	}

	/** What was thrown for this one. */
	refuse(error: unknown): void {
		this.settle({ outcome: refused(error, '') });
	}
}

/**
 * Writes webinar by webinar, so that each is read once. What is thrown for a webinar is the outcome of
 * its entries that were not settled before; other webinars go on. What concerns everybody is thrown as
 * long as nothing was written.
 */
export async function byWebinar<T extends { webinarId: string }>(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
	read: (itemIndex: number) => T,
	write: (webinarId: string, entries: Array<Entry<T>>) => Promise<void>,
): Promise<Written[]> {
	const all: Array<Written | Entry<T>> = [...items.keys()].map((index) => {
		try {
			return new Entry(read(index));
		} catch (error) {
			return { outcome: refused(error, '') };
		}
	});
	let everybodys: unknown;
	for (const [webinarId, entries] of grouped(all)) {
		const written = everybodys === undefined ? write(webinarId, entries) : refuse(everybodys);
		await written.catch((error: unknown) => {
			if (concernsEverybody(error)) everybodys = error;
			if (isCancelled(context, error) || (everybodys !== undefined && nothingDone(all)))
				throw error;
			for (const entry of entries) entry.refuse(error);
		});
	}
	return all.map((one) => {
		if (!(one instanceof Entry)) return one;
		return one.written ?? { outcome: refused(new Error('Nothing became of this item'), '') };
	});
}

async function refuse(error: unknown): Promise<never> {
	throw error;
}

function grouped<T extends { webinarId: string }>(
	all: ReadonlyArray<Written | Entry<T>>,
): Map<string, Array<Entry<T>>> {
	const groups = new Map<string, Array<Entry<T>>>();
	for (const one of all) {
		if (!(one instanceof Entry)) continue;
		const group = groups.get(one.input.webinarId) ?? [];
		groups.set(one.input.webinarId, group);
		group.push(one);
	}
	return groups;
}

function nothingDone(all: ReadonlyArray<Written | Entry<unknown>>): boolean {
	return all.every((one) => !(one instanceof Entry) || one.written?.outcome.result !== 'synced');
}
