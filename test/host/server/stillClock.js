/**
 * Runs inside n8n, before it. Schedules and polls come by the hand of the story alone: by the clock they would
 * come in the midst of it, in one run of many. What is pressed, and the first poll of a trigger, stay as they are.
 */
const Module = require('node:module');

const load = Module._load;

Module._load = function loadWithStillClock(request, parent, ...rest) {
	const loaded = load.call(this, request, parent, ...rest);
	if (request !== 'cron' || !parent?.filename.includes('scheduled-task-manager')) return loaded;
	/** Knows when it would come, and never does. */
	class StillJob extends loaded.CronJob {
		start() {}
	}
	return { ...loaded, CronJob: StillJob };
};
