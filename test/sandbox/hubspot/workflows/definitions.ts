import type { JsonRecord } from '../http/input';
import type { WorkflowAction } from './contract';
import { readDefinition, type ActionDefinition } from './definition';
import { definitionProblems } from './problems';

const FIRST_ID = 10_646_377;

/** An action as it was given, with what became of it. */
export interface StoredAction extends WorkflowAction {
	/** As given: the project's form or the API's. */
	form: JsonRecord;
	/** Epoch milliseconds. */
	archivedAt?: number;
}

/** The custom workflow actions of the portal's OAuth app. */
export class Definitions {
	readonly actions: StoredAction[] = [];

	/** @throws Error that names everything HubSpot would refuse */
	add(form: JsonRecord): StoredAction {
		const definition = checked(form);
		const id = String(FIRST_ID + this.actions.length);
		const action: StoredAction = { id, revisionId: '1', form, definition };
		this.actions.push(action);
		return action;
	}

	/**
	 * Changes what is named, and counts a revision.
	 * @throws Error as {@link add}; then nothing is changed
	 */
	change(action: StoredAction, changes: JsonRecord): void {
		const form = { ...action.form, ...changes };
		action.definition = checked(form);
		action.form = form;
		action.revisionId = String(Number(action.revisionId) + 1);
	}
}

function checked(form: JsonRecord): ActionDefinition {
	const problems = definitionProblems(form);
	if (problems.length > 0) throw new Error(problems.join('\n'));
	return readDefinition(form);
}
