export * from './contract';
export { engagementLevel, expectedAttendees } from './attendees';
export { differences } from './differences';
export { externalEventId } from './events';
export { expectedHubSpot } from './hubspot';
