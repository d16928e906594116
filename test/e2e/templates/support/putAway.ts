import fs from 'node:fs';
import { OWN_FOLDER_VARIABLE } from './home';

/** After all stories: the prepared home goes, unless somebody named a folder to keep it in. */
export default function putAway(): void {
	const folder = process.env[OWN_FOLDER_VARIABLE];
	if (folder) fs.rmSync(folder, { recursive: true, force: true });
}
