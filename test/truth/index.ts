export * from './contract';
export { engagementLevel, expectedAttendees, heldBetween, withMinimum } from './attendees';
export { differences } from './differences';
export { externalEventId } from './events';
export { expectedHubSpot } from './hubspot';
export { expectedFigures, pollVoters, presentAt } from './report';
export { expectedMarketo, type MarketoExpectation } from './marketo';
export { marketoDifferences } from './marketoDifferences';
