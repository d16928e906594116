export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Zoom's form, `yyyy-MM-ddTHH:mm:ssZ`, resolution one second. */
export function iso(milliseconds: number): string {
	return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}

export function floorTo(unit: number, milliseconds: number): number {
	return Math.floor(milliseconds / unit) * unit;
}
