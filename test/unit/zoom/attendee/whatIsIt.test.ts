import { refuseZoomEvents } from '../../../../nodes/Zoom/transport/whatIsIt';

test('a webinar that is marked as made in Zoom Events is refused', () => {
	expect(() => refuseZoomEvents({ id: 1, is_events_webinar: true })).toThrow(
		expect.objectContaining({
			details: expect.objectContaining({
				reason: 'zoomEventsWebinar',
				repair: expect.stringContaining('Zoom Webinars') as string,
			}) as unknown,
		}) as Error,
	);
});

test.each([undefined, {}, { is_events_webinar: false }, { is_events_webinar: 'true' }])(
	'%j is not',
	(details) => {
		expect(() => refuseZoomEvents(details)).not.toThrow();
	},
);
