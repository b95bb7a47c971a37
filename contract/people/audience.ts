import * as v from 'valibot';
import { Id } from '../fields';
import { MAX_GROUP_SIZE } from '../../domain/delivery/delivery-rules';
import { NewerKind } from '../growing';
import { MOST_CREWS_ASKED, MOST_GROUPS } from '../limits';

const alternatives = [
  v.strictObject({ kind: v.literal('branch') }),
  v.strictObject({
    kind: v.literal('groups'),
    groupIds: v.pipe(v.array(Id), v.minLength(1), v.maxLength(MOST_GROUPS)),
  }),
  v.strictObject({
    kind: v.literal('crews'),
    crewIds: v.pipe(v.array(Id), v.minLength(1), v.maxLength(MOST_CREWS_ASKED)),
  }),
  v.strictObject({
    kind: v.literal('people'),
    memberIds: v.pipe(v.array(Id), v.minLength(1), v.maxLength(MAX_GROUP_SIZE)),
  }),
] as const;

/** Whom something of a branch is for. */
export const Audience = v.variant('kind', alternatives);
export type Audience = v.InferOutput<typeof Audience>;

/** As an answer names it. */
export const ShownAudience = v.variant('kind', [...alternatives, NewerKind]);
export type ShownAudience = v.InferOutput<typeof ShownAudience>;
