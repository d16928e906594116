import type { ThrownRules } from '../../../shared/panelists/byWebinar';
import { concernsEverybody } from '../webinar/oneByOne';
import { refused } from '../webinar/outcome';

/** What Zoom's refusals mean for panelists. */
export const ZOOM_THROWN: ThrownRules = {
	concernsEverybody,
	refused: (error) => refused(error, ''),
};
