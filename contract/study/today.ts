import * as v from 'valibot';
import { MyStudy } from './study-shapes';

export const studiesToday = {
  /** What is asked of me and not over, by the next sitting. */
  studies: v.array(MyStudy),
};
