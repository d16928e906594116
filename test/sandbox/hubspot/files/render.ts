import { createHash } from 'node:crypto';
import type { HubSpotFileState } from '../../contract';
import type { HubSpotWorld } from '../../world';
import { parentOf } from './store';

const TYPES: Record<string, string> = {
	mp4: 'MOVIE',
	m4a: 'AUDIO',
	mp3: 'AUDIO',
	wav: 'AUDIO',
	txt: 'DOCUMENT',
	vtt: 'OTHER',
	pdf: 'DOCUMENT',
	png: 'IMG',
	jpg: 'IMG',
};

/** https://developers.hubspot.com/docs/api-reference/files-files-v3/guide */
export function fileAnswer(file: HubSpotFileState, world: HubSpotWorld) {
	const hosting = hostingUrl(file, world);
	const isPrivate = file.access.endsWith('PRIVATE') || file.access.endsWith('SENSITIVE');
	return {
		id: file.id,
		createdAt: file.createdAt,
		updatedAt: file.updatedAt,
		archived: file.archivedAt !== undefined,
		...(file.archivedAt === undefined ? {} : { archivedAt: file.archivedAt }),
		parentFolderId: folderId(parentOf(file.path)),
		name: file.name,
		path: file.path,
		size: file.size,
		type: typeOf(file),
		extension: file.extension,
		defaultHostingUrl: hosting,
		url: isPrivate ? `${redirectUrl(file, world)}?portalId=${world.portalId}` : hosting,
		isUsableInContent: !isPrivate,
		access: file.access,
	};
}

/** @param expiresAt epoch milliseconds */
export function signedAnswer(file: HubSpotFileState, world: HubSpotWorld, expiresAt: number) {
	const signature = createHash('sha256').update(`${file.id} ${expiresAt}`).digest('hex');
	return {
		name: file.name,
		extension: file.extension,
		type: typeOf(file),
		size: file.size,
		url: `${redirectUrl(file, world)}?Expires=${expiresAt}&Signature=${signature}`,
		expiresAt: new Date(expiresAt).toISOString(),
	};
}

/** A folder's id; made from its path, since folders are not played as records of their own. */
function folderId(path: string): string | undefined {
	if (path === '') return undefined;
	return String(parseInt(createHash('sha256').update(path).digest('hex').slice(0, 10), 16));
}

function typeOf({ extension }: HubSpotFileState): string {
	return TYPES[extension] ?? 'OTHER';
}

function hostingUrl({ path }: HubSpotFileState, { portalId }: HubSpotWorld): string {
	return `https://${portalId}.fs1.hubspotusercontent-na1.net/hubfs/${portalId}${encodeURI(path)}`;
}

function redirectUrl({ id }: HubSpotFileState, { portalId }: HubSpotWorld): string {
	return `https://api-na1.hubspot.com/filemanager/api/v3/files/${portalId}/${id}/signed-url-redirect`;
}
