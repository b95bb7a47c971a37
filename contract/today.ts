import * as v from 'valibot';
import { defineAction } from './action';
import { ownReading } from './allow';
import { AtMs, Nothing } from './fields';
import { noticesToday } from './notice/today';
import { rosterToday } from './roster/today';
import { studiesToday } from './study/today';

/** The today page in one answer; each area says in a file of its own what it adds. */
export const today = defineAction({
  fn: 'study',
  name: 'today',
  allow: ownReading(),
  input: Nothing,
  output: v.strictObject({ nowMs: AtMs, ...rosterToday, ...noticesToday, ...studiesToday }),
  errors: [],
});

export const todayActions = { today } as const;
