import type { Sandbox } from '../../sandbox/contract';

/**
 * Zoom sends a webhook again that is not answered within three seconds, and a busy machine may take as long: the
 * second delivery would be another story than the one that is told.
 */
export function bePatient({ zoom }: Pick<Sandbox, 'zoom'>): void {
	zoom.answerDueMs = 30_000;
}
