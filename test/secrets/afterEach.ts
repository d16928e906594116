import { startSearching, takeLeaks } from './book';

// For every test file of a project of jest, which names this file in its set-up.
startSearching();
afterEach(() => expect(takeLeaks()).toEqual([]));
afterAll(() => expect(takeLeaks()).toEqual([]));
