import type { ZoomWorld } from '../world';
import type { Lookup } from './lookup';
import type { Pager } from './paging';

/** What every route of the Zoom vendor works with. */
export interface ZoomContext {
	world: ZoomWorld;
	/** Sandbox time, epoch milliseconds. */
	now(): number;
	pager: Pager;
	lookup: Lookup;
}
