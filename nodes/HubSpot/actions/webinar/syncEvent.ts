import type { HubSpotClient } from '../../transport/request';
import { missingField, wantedEvent } from '../../mapping/webinarNews';
import { reportOther, type EventFinder } from '../events/findEvent';
import { writeEvent, type WrittenEvent } from '../events/writeEvent';
import type { WebinarOptions } from './input';
import type { WebinarEvent } from './webinarEvent';

/**
 * Brings one marketing event to what the items say of its webinar, and tells the event what came of
 * it. @throws VendorError when HubSpot refuses it
 */
export async function syncEvent(
	client: HubSpotClient,
	event: WebinarEvent,
	finder: EventFinder,
	options: WebinarOptions,
): Promise<void> {
	const { key, webinarId, news } = event;
	if (news.deleted && options.whenDeleted === 'leave') {
		event.skip(
			'syncOff',
			'The webinar was deleted; its event stays as it is, as the option When Deleted says',
		);
		return;
	}
	const known = await finder.find({ key, webinarId, start: news.start });
	if (known.by === 'nobody') {
		if (news.deleted) {
			event.tell('unchanged', 'none', 'HubSpot has no marketing event of this webinar');
			return;
		}
		const missing = missingField(news);
		if (missing !== '') {
			event.fail(
				`HubSpot has no marketing event of this webinar yet, and the item does not name its ${missing}`,
				`Read the whole webinar first with Get of its node, or map the field ${missing}`,
			);
			return;
		}
	}
	if (known.by === 'other') {
		event.objectId = known.objectId;
		if (options.otherApps === 'report') {
			event.skip('otherAppsEvent', reportOther(known), USE_REPAIR);
			return;
		}
	}
	const held = known.by === 'nobody' ? undefined : known.held;
	const wanted = wantedEvent(news, held, options.marketingEvent === 'webinar');
	const { action, objectId } = await writeEvent(client, key, known, wanted, options.preview);
	event.objectId = objectId;
	if (action === 'unchanged') {
		const isOver = news.deleted && held?.eventCompleted === true;
		event.tell(
			'unchanged',
			'none',
			isOver ? WAS_HELD : 'The marketing event was already up to date',
		);
	} else {
		event.tell('synced', action, messageOf(action, options.preview));
	}
}

const USE_REPAIR =
	'Set the option Events of Other Apps to Use, or to Ignore for an event of our own';
const WAS_HELD = 'The webinar has been held, so its marketing event is not cancelled';

const WORDS: Record<Exclude<WrittenEvent['action'], 'unchanged'>, [done: string, would: string]> = {
	created: ['Created the marketing event', 'Would create the marketing event'],
	updated: ['Updated the marketing event', 'Would update the marketing event'],
	cancelled: ['Cancelled the marketing event', 'Would cancel the marketing event'],
};

function messageOf(action: keyof typeof WORDS, preview: boolean): string {
	return WORDS[action][preview ? 1 : 0];
}
