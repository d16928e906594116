/** Ids of the small world, for tests to name. */

/** May do everything that the nodes need. */
export const API_USER = { id: '20001', login: 'api@example.com', password: 'secret-1' } as const;
/** Hosts the rooms. */
export const HOST = { id: '20002', login: 'host@example.com', password: 'secret-2' } as const;
/** Presents in them. */
export const SPEAKER = { id: '20003', login: 'sam.speaker@example.com' } as const;
/** A user without any right. */
export const LEARNER = { id: '20004', login: 'learner@example.com', password: 'secret-4' } as const;

/** Guests; all but one are registered for the event. */
export const PAT = '21001';
export const NO_SHOW = '21002';
export const ON_DEMAND = '21003';
export const LATE = '21004';
export const REFUSED = '21005';
export const WAITING = '21006';
export const STRANGER = '21007';

/** Has just ended. */
export const EVENT = '30001';
/** In a week, registration is to be approved. */
export const UPCOMING_EVENT = '30002';
export const CANCELLED_EVENT = '30003';

export const EVENT_ROOM = '40001';
export const UPCOMING_ROOM = '40002';
export const SEMINAR_ROOM = '40010';
export const MEETING_ROOM = '40020';
export const TEMPLATE = '40030';

/** Shared; the other one is the host's own. */
export const LICENCE = '50001';
export const OWN_LICENCE = '50002';
export const SEMINAR_SESSION = '60001';

/** Held sessions (asset ids). */
export const EVENT_ASSET = '61001';
export const SEMINAR_ASSET = '61010';
export const MEETING_ASSETS = ['61020', '61021', '61022'] as const;

export const EVENT_RECORDING = '70001';
export const EVENT_MP4 = '70002';
export const SEMINAR_RECORDING = '70010';
export const MEETING_RECORDING = '70020';

export const COMPANY_QUESTION = '80001';
export const COUNTRY_QUESTION = '80002';
export const NEWS_QUESTION = '80003';
export const POLL = '80101';
export const SECOND_POLL = '80102';

export const ACCOUNT = '7';
