import { isRecord } from '../json';

/** A key, or an index in brackets. Other characters cannot be mapped. */
const STEP = /([A-Za-z0-9 _:-]+)|\[(\d+)\]/y;

/**
 * Reads a response path, e.g. `orders[0].orderDate`.
 * https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/webhooks/response-mapping
 * @returns undefined when the path is none
 */
export function stepsOf(path: string): Array<string | number> | undefined {
	const steps: Array<string | number> = [];
	for (let from = 0; from < path.length;) {
		if (steps.length > 0 && path[from] === '.') from += 1;
		else if (steps.length > 0 && path[from] !== '[') return undefined;
		STEP.lastIndex = from;
		const found = STEP.exec(path);
		if (!found) return undefined;
		steps.push(found[2] === undefined ? String(found[1]) : Number(found[2]));
		from = STEP.lastIndex;
	}
	return steps.length > 0 ? steps : undefined;
}

/** @returns undefined when there is nothing at this place */
export function valueAt(answer: unknown, steps: ReadonlyArray<string | number>): unknown {
	return steps.reduce<unknown>((here, step) => {
		if (typeof step === 'number') return Array.isArray(here) ? here[step] : undefined;
		return isRecord(here) && Object.hasOwn(here, step) ? here[step] : undefined;
	}, answer);
}
