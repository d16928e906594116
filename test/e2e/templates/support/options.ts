import type { WorkflowFile } from '../../../host/drive/templates';
import type { World } from '../../../sandbox/world';
import type { Story } from '../../../story/contract';

export interface StageOptions {
	/** File name in workflows/, without `.json`. */
	template: string;
	/** Of the story, another one in each file. */
	seed: number;
	/** Of the main webinar; default 30. */
	registrants?: number;
	/** How long ago the main webinar ended; default: just now. */
	hoursAgo?: number;
	/** Minutes after the end at which Zoom's report is ready; default: at once. */
	reportDelayMinutes?: number;
	/** Changes the vendors' world before the curtain rises; `now` is ISO UTC. */
	prepare?: (world: World, now: string, story: Story) => void;
	/**
	 * Changes the template before it is imported, as a user might. Such a run does not count as one of the
	 * template: a file `<template>.test.ts` tells its story without.
	 */
	edit?: (file: WorkflowFile, story: Story) => void;
	/** Further environment variables of n8n. */
	env?: Record<string, string>;
}

/** Parameters of one node of a workflow file. */
export function parametersOf(file: WorkflowFile, name: string): Record<string, unknown> {
	const node = file.nodes.find((candidate) => candidate.name === name);
	if (!node) throw new Error(`The template has no node "${name}"`);
	return node.parameters;
}
