import type { PanelistWords } from '../../../shared/panelists/fields';

export const PANELISTS: PanelistWords = { one: 'panelist', many: 'panelists' };
