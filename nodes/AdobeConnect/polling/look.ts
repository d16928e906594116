import type { IDataObject } from 'n8n-workflow';

import { adobeError } from '../transport/errors';
import type { AdobeClient } from '../transport/request';
import type { Settings } from './settings';
import type { Place } from './turn';

/** What a look at one webinar goes by. */
export interface Look {
	settings: Settings;
	/** Epoch milliseconds. */
	now: number;
	/** What happened earlier does not count, epoch milliseconds. */
	from: number;
	/** Keys of what was handed over already. */
	seen: ReadonlySet<string>;
	/** People of this webinar that are known; undefined = it is looked at for the first time. */
	people: ReadonlySet<string> | undefined;
}

export interface Looked {
	items: IDataObject[];
	/** What was handed over, now or earlier, and may be read again. */
	known: Array<{ key: string; at: number }>;
	people?: ReadonlySet<string>;
}

/** Looks what is new in one webinar. @throws VendorError when it may not be read */
export type Looker = (client: AdobeClient, place: Place, look: Look) => Promise<Looked>;

/** @throws VendorError when Adobe Connect does not say which room is behind the webinar */
export function roomOf({ roomId, webinarId }: Place): string {
	if (roomId !== '') return roomId;
	throw adobeError({
		status: 200,
		code: '',
		message: `Adobe Connect does not say which room is behind the event ${webinarId}`,
		repair: 'Choose the room of the event instead of the event',
		reason: 'vendorRejected',
	});
}
