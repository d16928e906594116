import 'reflect-metadata';

import { clocked } from './clocks/clock';
import { HUBSPOT_CLOCKS } from './clocks/hubspot';
import { MARKETO_CLOCKS } from './clocks/marketo';
import { ZOOM_CLOCKS } from './clocks/zoom';
import type { BenchRow } from './contract';

/**
 * The clock where a vendor's quota decides about it, alone and beside another client that takes half. All
 * others run between two of HubSpot, whose key is the same everywhere: its window is empty again by then.
 */
export async function benchClocks(): Promise<BenchRow[]> {
	const [alone, ...beside] = HUBSPOT_CLOCKS;
	const rows: BenchRow[] = [];
	for (const clock of [alone!, ...ZOOM_CLOCKS, ...MARKETO_CLOCKS, ...beside]) {
		rows.push(...(await clocked(clock)));
	}
	return rows;
}
