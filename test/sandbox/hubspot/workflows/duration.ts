const UNITS_MS = {
	weeks: 7 * 86_400_000,
	days: 86_400_000,
	hours: 3_600_000,
	minutes: 60_000,
	seconds: 1000,
};

const ISO_DURATION =
	/^P(?=.)(?:(?<weeks>\d+)W)?(?:(?<days>\d+)D)?(?:T(?=.)(?:(?<hours>\d+)H)?(?:(?<minutes>\d+)M)?(?:(?<seconds>\d+)S)?)?$/;

/** An ISO 8601 duration (`PT15M`, `P1W`) in milliseconds; undefined for anything else, months and years too. */
export function durationMs(text: string): number | undefined {
	const parts = ISO_DURATION.exec(text)?.groups;
	if (!parts) return undefined;
	return Object.entries(UNITS_MS).reduce(
		(sum, [unit, ms]) => sum + Number(parts[unit] ?? 0) * ms,
		0,
	);
}
