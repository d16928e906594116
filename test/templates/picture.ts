import { createHash } from 'node:crypto';
import path from 'node:path';
import type { INode } from 'n8n-workflow';
import { repoRoot } from '../host/paths';
import { pictureBook } from '../host/pictures/book';
import { isNote, type Template } from './template';

/** Pictures of the canvases, for the overview; they do not travel with the package. */
export const picturesFolder = path.join(repoRoot, 'workflows', 'pictures');

/** What GitHub still shows quickly, seventeen on a page. */
export const PICTURE_LIMIT = 250_000;

/** Of which canvas each picture was taken, by the name of the template. */
export const canvasBook = pictureBook(picturesFolder);

/** A mark of everything that a canvas shows; the same as long as the picture need not be taken anew. */
export function markOf({ file }: Template): string {
	const seen = { nodes: file.nodes.map(shown), connections: file.connections };
	return createHash('sha256').update(JSON.stringify(seen)).digest('hex');
}

/** n8n draws of a step its type, its name, what it does and how it runs; of a note everything. */
function shown(node: INode): unknown {
	const { name, type, typeVersion, position, executeOnce, retryOnFail, onError } = node;
	const { resource, operation, rules } = node.parameters;
	const inside = isNote(node) ? node.parameters : { resource, operation, rules };
	return { name, type, typeVersion, position, executeOnce, retryOnFail, onError, inside };
}
