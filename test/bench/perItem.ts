import 'reflect-metadata';

import type { IDataObject } from 'n8n-workflow';

import { sync } from '../engine/hubspot/support';
import { marketo } from '../engine/marketo/support';
import type { NodeRunResult } from '../engine/support/runNode';
import { stage, type Stage } from '../engine/support/world';
import { attendeesOf, zoomNode } from '../engine/zoom/support/zoom';
import { expectedAttendees } from '../truth';
import type { BenchRow } from './contract';
import { ambiguousLeads } from './floor';
import { atMostRow } from './rows';
import { expectEverybody } from './support/everybody';
import { openWebinar } from './support/openWebinar';
import { register, strangers } from './support/registering';

const PEOPLE = 100;
/** At least so many times fewer. */
const TIMES = 30;

/** A node given people, and whose calls count. */
interface Node {
	name: string;
	vendor: 'zoom' | 'hubspot' | 'marketo';
	/** Everybody, as items. */
	items(here: Stage): Promise<IDataObject[]>;
	run(here: Stage, items: IDataObject[]): Promise<NodeRunResult>;
	/** How many of them the vendor must refuse. */
	refused(here: Stage): number;
}

const NODES: readonly Node[] = [
	{
		name: `Sync attendance to HubSpot, ${PEOPLE} registrants`,
		vendor: 'hubspot',
		items: attendees,
		run: async (here, items) => await sync(here, items),
		refused: () => 0,
	},
	{
		name: `Sync attendance to Marketo, ${PEOPLE} registrants`,
		vendor: 'marketo',
		items: attendees,
		run: async (here, items) => await marketo(here, 'attendance:sync', items),
		refused: ambiguousLeads,
	},
	{
		name: `Add registrants to Zoom, ${PEOPLE} people`,
		vendor: 'zoom',
		items: async (here) => {
			openWebinar(here, 0);
			return await Promise.resolve(strangers(PEOPLE));
		},
		run: register,
		refused: () => 0,
	},
];

/** Our own nodes given everybody at once, beside a loop that gives them one item at a time. */
export async function benchPerItem(nodes = NODES): Promise<BenchRow[]> {
	const rows: BenchRow[] = [];
	for (const node of nodes) {
		const together = await callsOf(node, Infinity);
		const alone = await callsOf(node, 1);
		const name = `${node.name} at once, beside one by one: calls`;
		rows.push(atMostRow(name, 'calls', together, alone, alone / TIMES));
	}
	return rows;
}

async function callsOf(node: Node, atOnce: number): Promise<number> {
	const here = await stage({ registrants: PEOPLE }, { participationDelayMs: 0 });
	try {
		const waiting = await node.items(here);
		const { books } = here.sandbox;
		const before = books.calls(node.vendor).length;
		const all: Pick<NodeRunResult, 'outputs' | 'error'> = { outputs: [[]], error: null };
		const people = waiting.length;
		const refused = node.refused(here);
		while (waiting.length > 0) {
			const { outputs, error } = await node.run(here, waiting.splice(0, atOnce));
			all.outputs[0]!.push(...(outputs[0] ?? []));
			all.error ??= error;
		}
		expectEverybody(node.name, all, people, refused);
		return books.calls(node.vendor).length - before;
	} finally {
		await here.close();
	}
}

async function attendees(here: Stage): Promise<IDataObject[]> {
	const { main } = here.story;
	const found = await zoomNode(here, attendeesOf(main.webinarId));
	expectEverybody('Get attendees', found, expectedAttendees(main).length, 0);
	return found.outputs[0]!.map(({ json }) => json);
}
