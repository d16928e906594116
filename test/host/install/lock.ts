import fs from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../log';

function readPid(file: string): number | null {
	try {
		const pid = Number(fs.readFileSync(file, 'utf8'));
		return Number.isInteger(pid) && pid > 0 ? pid : null;
	} catch {
		return null;
	}
}

/** Signal 0 asks whether a process exists; EPERM means it does and belongs to somebody else. */
export function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}

/**
 * Takes the lock file if it is free or its owner is dead.
 * The file appears with its pid in it in one step (link), so that nobody ever reads an empty lock.
 */
export function tryLock(file: string): boolean {
	const mine = `${file}.${process.pid}`;
	fs.writeFileSync(mine, String(process.pid));
	try {
		for (let attempt = 0; attempt < 2; attempt++) {
			try {
				fs.linkSync(mine, file);
				return true;
			} catch (error) {
				if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
			}
			const owner = readPid(file);
			if (owner === process.pid) return true;
			if (owner !== null && isAlive(owner)) return false;
			dropStale(file, owner);
		}
		return false;
	} finally {
		fs.rmSync(mine, { force: true });
	}
}

/** Moves a stale lock away; when somebody took it over in between, theirs is put back. */
function dropStale(file: string, staleOwner: number | null): void {
	const moved = `${file}.stale.${process.pid}`;
	try {
		fs.renameSync(file, moved);
		if (readPid(moved) !== staleOwner) fs.linkSync(moved, file);
	} catch {
		// Somebody else was faster: the next attempt sees their lock.
	} finally {
		fs.rmSync(moved, { force: true });
	}
}

/** Gives the lock back, only when it is ours. */
export function unlock(file: string): void {
	if (readPid(file) === process.pid) fs.rmSync(file, { force: true });
}

/** Waits until the lock is ours. */
export async function waitForLock(file: string, log: Log, what: string): Promise<void> {
	for (let rounds = 0; !tryLock(file); rounds++) {
		if (rounds % 15 === 0) log(`waiting: process ${readPid(file) ?? '?'} is ${what}`);
		await sleep(2000);
	}
}
