import fs from 'node:fs';

/** Where the figures of a run go; see run.js. */
export const REPORT_VARIABLE = 'N8N_WEBINARS_QUEUE_REPORT';

/** What has been done to n8n and its vendors, and what became of it. */
export const figures = {
	seed: 0,
	/** SIGKILL to a worker in the middle of an execution. */
	kills: 0,
	/** Executions that n8n gave up because their worker was gone. */
	crashed: 0,
	/** Starts after one, by the template's own daily start. */
	rerun: 0,
	/** Webhooks that came once more. */
	duplicates: 0,
	/** Answers of a vendor that were no good. */
	faults: 0,
	/** Processes stopped and started while webhooks came in. */
	restarts: 0,
	/** Webhooks that came in meanwhile. */
	webhooks: 0,
	people: 0,
	/** Differences between HubSpot and what must be there. */
	lostOrDoubled: 0,
};

/** One line on the screen. */
export function say(line: string): void {
	process.stdout.write(`queue: ${line}\n`);
}

/** Prints the figures, and leaves them for whoever asked. */
export function writeReport(): void {
	say(
		`${figures.kills} kills (seed ${figures.seed}), ${figures.crashed} executions given up by n8n, ${figures.rerun} re-run; ` +
			`${figures.duplicates} duplicates, ${figures.faults} faults; ${figures.restarts} restarts with ${figures.webhooks} webhooks; ` +
			`${figures.people} people, ${figures.lostOrDoubled} lost or doubled`,
	);
	const file = process.env[REPORT_VARIABLE];
	if (file) fs.writeFileSync(file, JSON.stringify(figures));
}
