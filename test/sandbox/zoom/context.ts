import type { ZoomControls } from '../contract';
import type { ZoomWorld } from '../world';
import type { Lookup } from './lookup';
import type { Pager } from './paging';
import type { TokenStore } from './tokens';

/** What every route of the Zoom vendor works with. */
export interface ZoomContext {
	world: ZoomWorld;
	/** Sandbox time, epoch milliseconds. */
	now(): number;
	pager: Pager;
	lookup: Lookup;
	tokens: TokenStore;
	/** What a test may switch. */
	controls: ZoomControls;
}
