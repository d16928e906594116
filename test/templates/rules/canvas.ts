import { boxOf, isInside, overlaps } from '../boxes';
import { notesOf, stepsOf, type Rule } from '../template';

/** A canvas that can be read: nothing on top of another, every node within a note. */
export const canvas: Rule = (template) => {
	const steps = stepsOf(template).map(boxOf);
	const notes = notesOf(template).map(boxOf);
	const frames = notes.filter((note) => steps.some((step) => isInside(step, note)));
	return [
		...overlaps(steps).map((pair) => `overlap: ${pair}`),
		...overlaps(notes).map((pair) => `overlap: ${pair}`),
		...steps
			.filter((step) => !notes.some((note) => isInside(step, note)))
			.map(({ name }) => `${name} is in no note`),
		...(notes.length - frames.length === 1 ? [] : ['one note must be for the whole']),
		...(frames.length > 0 ? [] : ['no section has a note']),
	];
};
