import { stage, type Stage } from '../engine/support/world';
import type { RandomFaults } from '../sandbox/contract';
import { stormOf } from '../sandbox/storm';
import { countOutcomes, unexplained, type Results } from './account';
import { faultsOf, sendingsOf, type Sendings } from './books';
import { compare } from './compare';
import type {
	Cast,
	CastStory,
	ChaosOptions,
	ChaosReport,
	NodeTold,
	Part,
	StoryName,
} from './contract';
import { shortPauses, STORM_TIMEOUT_MS, whileImpatient } from './hurry';
import { adobeHubSpot } from './stories/adobeHubSpot';
import { zoomHubSpot } from './stories/zoomHubSpot';
import { zoomMarketo } from './stories/zoomMarketo';

export const STORIES: Record<StoryName, CastStory> = {
	'zoom-hubspot': zoomHubSpot,
	'zoom-marketo': zoomMarketo,
	'adobe-hubspot': adobeHubSpot,
};

/** What comes after the time-out comes after so many real milliseconds. */
const BEYOND_TIMEOUT_MS = STORM_TIMEOUT_MS + 200;

/** No request that changes something is sent more often by one node, whatever happens. */
export const MOST_SENDINGS = 6;

/** A story in a storm and once more undisturbed, one "Sync now" after the storm, and what differs. */
export async function runChaos(options: ChaosOptions): Promise<ChaosReport> {
	await shortPauses();
	const now = new Date(Math.floor(Date.now() / 1000) * 1000).toISOString();
	const calm = await undisturbed(options, now);
	const { seed, faultRate: rate } = options;
	const storm = stormOf({ seed, rate, beyondTimeoutMs: BEYOND_TIMEOUT_MS });
	const here = await stageOf(options, now, storm);
	try {
		const cast = await STORIES[options.story](here, options);
		const runs = watched(here, cast.parts);
		const told = await whileImpatient(async () => await cast.play());
		await landed(here.sandbox);
		here.sandbox.clearFaults();
		const syncNow = await allOnce(cast.parts);
		return reportOf(options, { calm, here, cast, storm: told, syncNow, runs });
	} finally {
		await here.sandbox.close();
	}
}

async function stageOf(
	{ seed, people }: ChaosOptions,
	now: string,
	randomFaults?: RandomFaults,
): Promise<Stage> {
	return await stage(
		{ seed, registrants: people, now },
		{ limits: false, participationDelayMs: 0, ...(randomFaults && { randomFaults }) },
	);
}

interface Calm {
	state: string[];
	/** Of whom the story itself has a reason for not being written. */
	outcomes: Results;
	problems: string[];
}

async function undisturbed(options: ChaosOptions, now: string): Promise<Calm> {
	const here = await stageOf(options, now);
	try {
		const cast = await STORIES[options.story](here, options);
		const problems: string[] = [];
		const all: NodeTold[] = [];
		for (const part of cast.parts) {
			const told = await part.run();
			const { lost, odd } = unexplained(told);
			problems.push(...lost, ...odd, ...(part.truth?.() ?? []));
			all.push(...told);
		}
		return { state: cast.state(), outcomes: countOutcomes(all), problems };
	} finally {
		await here.close();
	}
}

/** Counts what every run of a workflow sends, from now on. */
function watched({ sandbox }: Stage, parts: readonly Part[]): Sendings[] {
	const runs: Sendings[] = [];
	for (const part of parts) {
		const { run } = part;
		part.run = async () => {
			const before = sandbox.books.entries.length;
			const told = await run();
			runs.push(sendingsOf(sandbox.books.entries.slice(before)));
			return told;
		};
	}
	return runs;
}

async function allOnce(parts: readonly Part[]): Promise<NodeTold[]> {
	const told: NodeTold[] = [];
	for (const part of parts) told.push(...(await part.run()));
	return told;
}

/** Requests whose sender has given up still take effect, on a busy machine some time later. */
async function landed({ books }: Stage['sandbox']): Promise<void> {
	let seen: number;
	do {
		seen = books.entries.length;
		await new Promise((resolve) => setTimeout(resolve, 2 * BEYOND_TIMEOUT_MS));
	} while (books.entries.length > seen);
}

interface Played {
	calm: Calm;
	here: Stage;
	cast: Cast;
	storm: NodeTold[];
	syncNow: NodeTold[];
	/** What each run of a workflow sent. */
	runs: Sendings[];
}

function reportOf(options: ChaosOptions, played: Played): ChaosReport {
	const { calm, here, cast, storm, syncNow, runs } = played;
	const { entries } = here.sandbox.books;
	const { missing, extra, doubled } = compare(calm.state, cast.state());
	const people = unexplained([...storm, ...syncNow]);
	const open = syncNow.filter(({ stopped }) => stopped !== null);
	const mostSendings = Math.max(0, ...runs.map(({ mostWrites }) => mostWrites));
	const after = countOutcomes(syncNow);
	if (after.failed + after.deferred !== calm.outcomes.failed + calm.outcomes.deferred) {
		people.odd.push(
			`after Sync now ${JSON.stringify(after)}, ${JSON.stringify(calm.outcomes)} undisturbed`,
		);
	}
	if (mostSendings > MOST_SENDINGS) people.odd.push(`a write was sent ${mostSendings} times`);
	const problems = [
		...calm.problems.map((line) => `undisturbed: ${line}`),
		...people.lost,
		...people.odd,
		...open.map(({ node, stopped }) => `Sync now: ${node} stopped: ${stopped}`),
		...missing.map((line) => `lost: ${line}`),
		...extra.map((line) => `not in the undisturbed run: ${line}`),
	];
	return {
		seed: options.seed,
		story: options.story,
		people: options.people,
		faultRate: options.faultRate,
		outcomes: { undisturbed: calm.outcomes, storm: countOutcomes(storm), syncNow: after },
		stopped: storm.filter(({ stopped }) => stopped !== null).length,
		lost: people.lost.length + missing.length,
		doubled: doubled.length,
		unexplained: people.odd.length,
		different: extra.length + calm.problems.length + open.length,
		calls: entries.length,
		retries: runs.reduce((sum, { retries }) => sum + retries, 0),
		mostSendings,
		faults: faultsOf(entries),
		kills: 0,
		problems: problems.slice(0, 20),
		holds: problems.length === 0,
	};
}
