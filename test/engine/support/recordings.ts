import type { INodeExecutionData } from 'n8n-workflow';

import type { RecordingItem } from '../../../nodes/shared/recordings/item';

export function itemsOf(items: INodeExecutionData[] | undefined): RecordingItem[] {
	return (items ?? []).map(({ json }) => json as unknown as RecordingItem);
}

/** What came of each item, short: the file or the reason. */
export function told(items: INodeExecutionData[] | undefined): string[] {
	return itemsOf(items).map(({ recording, outcome }) =>
		outcome.result === 'synced'
			? recording!.recordingId || recording!.type
			: `${outcome.result} ${outcome.reason}`,
	);
}
