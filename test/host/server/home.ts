import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { tryLock, unlock } from '../install/lock';
import { cacheFolder, packageName } from '../paths';

/** n8n's home of one run. */
export interface Home {
	folder: string;
	/** Called when n8n has stopped. */
	release(): void;
}

function temporaryHome(): Home {
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), `${packageName}-n8n-`));
	return { folder, release: () => fs.rmSync(folder, { recursive: true, force: true }) };
}

/**
 * A fresh home. For the editor it lies in the cache folder and stays after the end, so that what
 * somebody built there can still be fetched; the one before it is kept as `editor.previous`.
 */
export function freshHome({ temporary }: { temporary: boolean }): Home {
	const folder = path.join(cacheFolder(), 'editor');
	const lock = `${folder}.lock`;
	fs.mkdirSync(cacheFolder(), { recursive: true });
	// A second `npm start` at the same time must not take the home away from the first.
	if (temporary || !tryLock(lock)) return temporaryHome();
	const previous = `${folder}.previous`;
	if (fs.existsSync(folder)) {
		fs.rmSync(previous, { recursive: true, force: true });
		fs.renameSync(folder, previous);
	}
	return { folder, release: () => unlock(lock) };
}
