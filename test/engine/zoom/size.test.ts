import type { AttendeeItem } from '../../../nodes/shared/model/attendance';
import { expectedAttendees } from '../../truth';
import { stage } from '../support/world';
import { apiCalls, attendeesOf, zoomNode } from './support/zoom';

test('5,000 registrants: everybody, exactly as they were there, in the calls that pages need', async () => {
	const here = await stage({ registrants: 5000 });
	const { main, world } = here.story;
	const { outputs, error } = await zoomNode(here, attendeesOf(main.webinarId));
	expect(error).toBeNull();
	const seen = outputs[0]!.map(({ json }) => {
		const { email, attendanceStatus, attendance, engagement } = json as AttendeeItem;
		const { firstJoinTime, lastLeaveTime, attendedSeconds, attendedPercent } = attendance;
		const times = [firstJoinTime, lastLeaveTime].map((time) => time && Date.parse(time));
		return [email, attendanceStatus, ...times, attendedSeconds, attendedPercent, engagement.level];
	});
	const told = expectedAttendees(main).map((person) => [
		person.email,
		person.attendanceStatus,
		person.firstJoinTime && Date.parse(person.firstJoinTime),
		person.lastLeaveTime && Date.parse(person.lastLeaveTime),
		person.attendedSeconds,
		person.attendedPercent,
		person.level,
	]);
	const sorted = (rows: unknown[][]): string[] => rows.map((row) => JSON.stringify(row)).sort();
	expect(told.length).toBeGreaterThanOrEqual(5000);
	expect(sorted(seen)).toEqual(sorted(told));
	const rows = world.zoom.webinars
		.flatMap(({ sessions }) => sessions)
		.find(({ uuid }) => uuid === main.sessionUuid)!.participants.length;
	expect(apiCalls(here).length).toBeLessThanOrEqual(
		Math.ceil(rows / 300) + Math.ceil(5000 / 300) + 8,
	);
	await here.close();
});
