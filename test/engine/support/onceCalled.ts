import type { BookEntry, Sandbox } from '../../sandbox/contract';

/**
 * Does something once, after the first call that matches and before its answer leaves: nothing that follows it is
 * sent before that, however slow or fast the machine is.
 * @returns ends it
 */
export function onceCalled(
	{ books }: Pick<Sandbox, 'books'>,
	matches: (call: BookEntry) => boolean,
	act: () => void,
): () => void {
	const stop = books.listen((call) => {
		if (!matches(call)) return;
		stop();
		act();
	});
	return stop;
}
