import fs from 'node:fs';
import path from 'node:path';

/** Marks of what was pictured, by the name of the picture: another mark, and it has to be taken anew. */
export type Marks = Record<string, string>;

/** A folder of pictures with the book that says of what each was taken. */
export interface PictureBook {
	fileOf(name: string): string;
	read(): Marks;
	write(marks: Marks): void;
}

export function pictureBook(folder: string): PictureBook {
	const bookFile = path.join(folder, 'pictures.json');
	return {
		fileOf: (name) => path.join(folder, `${name}.png`),
		read() {
			if (!fs.existsSync(bookFile)) return {};
			return JSON.parse(fs.readFileSync(bookFile, 'utf8')) as Marks;
		},
		write(marks) {
			const sorted = Object.fromEntries(
				Object.entries(marks).sort(([a], [b]) => a.localeCompare(b)),
			);
			fs.mkdirSync(folder, { recursive: true });
			fs.writeFileSync(bookFile, `${JSON.stringify(sorted, null, 2)}\n`);
		},
	};
}
