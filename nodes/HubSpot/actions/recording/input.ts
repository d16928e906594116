import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { unresolvedField } from '../../../shared/node/errors';
import { asObject } from '../../../shared/transport/json';
import { recordingFromFields } from '../../mapping/recordingFields';
import { readRecording } from '../../mapping/recordingInput';
import type { LazyFile } from '../../transport/fileForm';
import { Entry } from './entry';

/** One entry per item. A field that n8n cannot resolve is that item's problem alone. */
export function readEntries(context: IExecuteFunctions, items: INodeExecutionData[]): Entry[] {
	const manual = context.getNodeParameter('mapData', 0, 'automatic') === 'manual';
	return items.map(({ json }, index) => {
		const entry = manual ? readMapped(context, index) : new Entry(index, readRecording(json));
		const { passedOn, problem } = entry.input;
		if (passedOn !== null) entry.end(passedOn);
		else if (problem !== '') entry.fail('vendorRejected', problem, PROBLEM_REPAIR);
		return entry;
	});
}

const PROBLEM_REPAIR =
	'Use items of Sync Recordings of a webinar node, or set Map Data to Map Each Field';
const MAP_REPAIR = 'Correct the value of the named field under Fields, for this item';

function readMapped(context: IExecuteFunctions, index: number): Entry {
	try {
		const values = asObject(context.getNodeParameter('fields.value', index, {}));
		return new Entry(index, readRecording(recordingFromFields(values)));
	} catch (error) {
		const entry = new Entry(index, readRecording({}));
		entry.fail('vendorRejected', unresolvedField(error), MAP_REPAIR);
		return entry;
	}
}

/**
 * The file that an item carries: where n8n keeps files outside of its memory it is opened only when
 * it is sent, and once more when it is sent again.
 * @returns null when the item has none under this name
 */
export async function lazyFile(
	context: IExecuteFunctions,
	item: INodeExecutionData | undefined,
	field: string,
): Promise<LazyFile | null> {
	const binary = item?.binary?.[field];
	if (binary === undefined) return null;
	const { id, data, fileName, mimeType } = binary;
	const facts = { name: fileName || `recording.${binary.fileExtension || 'bin'}`, type: mimeType };
	if (id === undefined || id === '') {
		const held = Buffer.from(data, 'base64');
		return { ...facts, size: held.length, open: async () => one(held) };
	}
	const { fileSize } = await context.helpers.getBinaryMetadata(id);
	return {
		...facts,
		size: fileSize,
		open: async () => (await context.helpers.getBinaryStream(id)) as AsyncIterable<Uint8Array>,
	};
}

async function* one(content: Uint8Array): AsyncGenerator<Uint8Array> {
	yield content;
}
