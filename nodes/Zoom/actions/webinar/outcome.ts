import { outcomesOf } from '../../../shared/node/outcomes';

export const { done, alreadySo, skipped, refused } = outcomesOf('zoom');
