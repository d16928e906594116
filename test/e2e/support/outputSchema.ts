import { packageName } from '../../host/paths';

/**
 * The fields of what an operation puts out, asked for at the address where the editor asks.
 * @returns their names, on the top level
 */
export async function fieldsOf(
	url: string,
	type: string,
	resource: string,
	operation: string,
): Promise<string[]> {
	const where = `${packageName}.${type}/1.0.0/${resource}/${operation}.json`;
	const answer = await fetch(`${url}/schemas/${where}`);
	expect([answer.status, where]).toEqual([200, where]);
	const schema = (await answer.json()) as { type?: string; properties?: Record<string, unknown> };
	expect(schema.type).toBe('object');
	return Object.keys(schema.properties ?? {});
}
