import { NOTHING } from '../../xml/element';
import { toWebinar, type AccountFacts, type AdobeWebinar } from '../../mapping/webinar';

/** What can be said of a webinar that can no longer be read. */
export function bareWebinar(account: AccountFacts, webinarId: string): AdobeWebinar {
	return { ...toWebinar({ kind: 'meeting', sco: NOTHING }, account), webinarId };
}
