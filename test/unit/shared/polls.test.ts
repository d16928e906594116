import type { IPollFunctions } from 'n8n-workflow';

import { pollAlone } from '../../../nodes/shared/node/polls';

const MINUTE = 60_000;
const ITEMS = [{ json: { id: 1 } }];

const trigger = (node: string, mode = 'trigger') =>
	({
		getMode: () => mode,
		getWorkflow: () => ({ id: 'polls' }),
		getNode: () => ({ id: node, name: node }),
	}) as unknown as IPollFunctions;

/** A poll that reads until it is told to end. */
function begin(context: IPollFunctions) {
	let end!: () => void;
	const read = new Promise<typeof ITEMS>((resolve) => (end = () => resolve(ITEMS)));
	return { done: pollAlone(context, async () => await read), end };
}

const next = async (context: IPollFunctions) => await pollAlone(context, async () => ITEMS);

afterEach(() => jest.useRealTimers());

it('keeps the polls of a trigger apart, not those of two triggers, and not the test in the editor', async () => {
	const first = begin(trigger('one'));
	expect(await next(trigger('one'))).toBeNull();
	expect(await next(trigger('other'))).toEqual([ITEMS]);
	expect(await next(trigger('one', 'manual'))).toEqual([ITEMS]);
	first.end();
	expect(await first.done).toEqual([ITEMS]);
	expect(await next(trigger('one'))).toEqual([ITEMS]);
});

it('polls again after half an hour in which one has not ended, and that one then changes nothing', async () => {
	jest.useFakeTimers({ now: 0 });
	const lost = begin(trigger('stuck'));
	jest.setSystemTime(29 * MINUTE);
	expect(await next(trigger('stuck'))).toBeNull();
	jest.setSystemTime(30 * MINUTE);
	const second = begin(trigger('stuck'));
	lost.end();
	await lost.done;
	expect(await next(trigger('stuck'))).toBeNull();
	second.end();
	expect(await second.done).toEqual([ITEMS]);
	expect(await next(trigger('stuck'))).toEqual([ITEMS]);
});
