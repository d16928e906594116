/** Names the folder of the prepared home; kept when it is set before. */
export const PREPARED_VARIABLE = 'N8N_WEBINARS_PREPARED';

/** Set when the prepared home is only for this run. */
export const OWN_FOLDER_VARIABLE = 'N8N_WEBINARS_PREPARED_FOR_THIS_RUN';

/** Where stories note which templates they have run; see `marks.ts`. */
export const MARKS_VARIABLE = 'N8N_WEBINARS_MARKS';

/** The folder of the prepared home. @throws Error outside the project `templates` of jest */
export function preparedFolder(): string {
	const folder = process.env[PREPARED_VARIABLE];
	if (!folder) throw new Error('Stories run with `npx jest --selectProjects templates`');
	return folder;
}
