import type { AttendeeItem } from '../model/attendance';
import { isAttended } from './counts';

/** How people came to register, where the platform tracks it. */
export type SourceFigures = {
	source: string;
	registered: number;
	attended: number;
};

export function sourcesOf(attendees: readonly AttendeeItem[]): SourceFigures[] {
	const bySource = new Map<string, SourceFigures>();
	for (const item of attendees) {
		const source = item.registrant?.source?.trim() ?? '';
		if (source === '') continue;
		const known = bySource.get(source) ?? { source, registered: 0, attended: 0 };
		bySource.set(source, known);
		known.registered += 1;
		if (isAttended(item)) known.attended += 1;
	}
	return [...bySource.values()].sort((one, other) => other.registered - one.registered);
}
