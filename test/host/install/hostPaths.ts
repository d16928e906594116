import fs from 'node:fs';
import path from 'node:path';

/** The pinned real n8n, installed and proved to start. */
export interface N8nHost {
	dir: string;
	/** The Node.js that n8n runs on (n8n 2.41 needs 24; the project itself runs on 20). */
	nodeBin: string;
	n8nBin: string;
}

/** Paths inside a host folder. Node.js comes from npm; elsewhere than on Linux the running one must do. */
export function hostAt(dir: string): N8nHost {
	const modules = path.join(dir, 'node_modules');
	const packaged = path.join(modules, `node-${process.platform}-${process.arch}`, 'bin', 'node');
	return {
		dir,
		nodeBin: fs.existsSync(packaged) ? packaged : process.execPath,
		n8nBin: path.join(modules, 'n8n', 'bin', 'n8n'),
	};
}
