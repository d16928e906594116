import type { INodeProperties } from 'n8n-workflow';

/**
 * The line under a trigger on the canvas: what is chosen in a field of options, by the names that the
 * panel shows. What an expression chooses is shown as it is.
 */
export function chosenNames({ name, options = [] }: INodeProperties): string {
	const names = Object.fromEntries(
		options.flatMap((option) => ('value' in option ? [[option.value, option.name]] : [])),
	);
	return `={{ [$parameter["${name}"]].flat().map((chosen) => (${JSON.stringify(names)})[chosen] ?? chosen).join(", ") }}`;
}
