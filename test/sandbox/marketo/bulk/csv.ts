/** RFC 4180, with any separator. */

const SEPARATORS: Record<string, string> = { csv: ',', tsv: '\t', ssv: ';' };

/** @param format csv, tsv or ssv, in any case; undefined for others */
export function separatorOf(format: string): string | undefined {
	return SEPARATORS[format.toLowerCase()];
}

export function writeRows(rows: readonly string[][], separator: string): string {
	const cell = (text: string): string =>
		text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
	return rows.map((row) => `${row.map(cell).join(separator)}\n`).join('');
}

export function readRows(text: string, separator: string): string[][] {
	const rows: string[][] = [];
	let row: string[] = [];
	let cell = '';
	let quoted = false;
	const endCell = (): void => {
		row.push(cell);
		cell = '';
	};
	const endRow = (): void => {
		endCell();
		if (row.length > 1 || row[0] !== '') rows.push(row);
		row = [];
	};
	for (let at = 0; at < text.length; at++) {
		const letter = text[at];
		if (quoted && letter === '"' && text[at + 1] === '"') {
			cell += '"';
			at += 1;
		} else if (letter === '"') quoted = !quoted;
		else if (!quoted && letter === separator) endCell();
		else if (!quoted && letter === '\n') endRow();
		else if (quoted || letter !== '\r') cell += letter;
	}
	endRow();
	return rows;
}
