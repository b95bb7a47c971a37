import * as v from 'valibot';
import { defineAction } from '../action';
import { guest } from '../allow';
import { AtMs, Id, Nothing } from '../fields';
import { ShownRole } from '../roles';

export const Me = v.strictObject({
  memberId: Id,
  name: v.string(),
  branchId: Id,
  branchName: v.string(),
  groupName: v.nullable(v.string()),
  crewName: v.nullable(v.string()),
  roles: v.array(ShownRole),
});
export type Me = v.InferOutput<typeof Me>;

/** For a phone that has just been opened: who am I, or nobody yet. */
export const hello = defineAction({
  fn: 'member',
  name: 'hello',
  allow: guest(),
  input: Nothing,
  output: v.strictObject({ me: v.nullable(Me), nowMs: AtMs }),
  errors: [],
});
