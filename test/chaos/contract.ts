import type { IDataObject } from 'n8n-workflow';

import type { Outcome } from '../../nodes/shared/model/outcome';
import type { Stage } from '../engine/support/world';

export type StoryName = 'zoom-hubspot' | 'zoom-marketo' | 'adobe-hubspot';

export interface ChaosOptions {
	seed: number;
	/** Registrants of the webinar that ended, and people who register for the next one. */
	people: number;
	/** 0–1, per request. */
	faultRate: number;
	story: StoryName;
}

/** One run of one node. */
export interface NodeTold {
	/** e.g. `attendance:sync` */
	node: string;
	given: IDataObject[];
	returned: IDataObject[];
	/** Why the node stopped; what follows it in the workflow did not run. */
	stopped: string | null;
}

/** A workflow of the story, as a user has it. */
export interface Part {
	name: string;
	/** The whole workflow once. Throws nothing: what stopped a node is told. */
	run(): Promise<NodeTold[]>;
	/** What differs from the independent expectation after the first undisturbed run of this part. */
	truth?(): string[];
}

export interface Cast {
	parts: Part[];
	/** Everything that happens, in a storm: the parts as often as the vendor's events start them. */
	play(): Promise<NodeTold[]>;
	/** The end state, one line per fact, without what differs from run to run. */
	state(): string[];
}

/** Prepares a stage; the same for the stormy run and for the undisturbed one. */
export type CastStory = (here: Stage, options: ChaosOptions) => Promise<Cast> | Cast;

export interface ChaosReport {
	seed: number;
	story: StoryName;
	people: number;
	faultRate: number;
	/** Without faults, in the storm, and of the one "Sync now" after it. */
	outcomes: Record<'undisturbed' | 'storm' | 'syncNow', Record<Outcome['result'], number>>;
	/** Workflows that a fault stopped as a whole, with a reason; the next start takes them up. */
	stopped: number;
	/** Facts of the undisturbed run that are missing in the end, or people of whom nothing came out. */
	lost: number;
	/** Facts that are there more often than in the undisturbed run. */
	doubled: number;
	/** People without exactly one explained outcome. */
	unexplained: number;
	/** Facts that differ, and what the independent expectation says against the undisturbed run. */
	different: number;
	calls: number;
	/** Requests sent again by the same run of a workflow. */
	retries: number;
	/** The most sendings of one write by one run. */
	mostSendings: number;
	faults: Record<string, number>;
	kills: number;
	/** The first lines of what is wrong. */
	problems: string[];
	holds: boolean;
}
