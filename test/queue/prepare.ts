import { findPrograms } from './services/programs';

/** Before all stories: without Redis or PostgreSQL the run fails, and says so once. */
export default function prepare(): void {
	findPrograms();
}
