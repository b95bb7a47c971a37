import * as v from 'valibot';
import { defineAction } from '../action';
import { inBranch } from '../allow';
import { Day, Id, Words } from '../fields';
import { MOST_CHARACTERS, MOST_GROUPS } from '../limits';
import { ROSTER_KEEPERS } from '../roles';
import { Person } from './member';

const fn = 'member';

const GroupChoice = v.strictObject({ groupId: Id, name: v.string() });
const CrewChoice = v.strictObject({ crewId: Id, name: v.string(), rotationName: v.string() });

/** What a member can be put into: also groups and crews in which nobody is yet. */
export const PlaceChoices = v.strictObject({
  branchName: v.string(),
  groups: v.array(GroupChoice),
  /** Rotation by rotation. */
  crews: v.array(CrewChoice),
});
export type PlaceChoices = v.InferOutput<typeof PlaceChoices>;

export const placeChoices = defineAction({
  fn,
  name: 'placeChoices',
  allow: inBranch('branch', ROSTER_KEEPERS),
  input: v.strictObject({ branchId: v.optional(Id) }),
  output: PlaceChoices,
  errors: [],
});

/** One member as those who keep the roster see them, also one who has left. */
export const memberRecord = defineAction({
  fn,
  name: 'memberRecord',
  allow: inBranch('member', ROSTER_KEEPERS),
  input: v.strictObject({ memberId: Id }),
  output: v.strictObject({
    person: Person,
    branchId: Id,
    groupId: v.nullable(Id),
    today: Day,
    /** Changes of crew that are still to come, by day; null: none from that day on. */
    nextCrews: v.array(v.strictObject({ crewName: v.nullable(v.string()), fromDay: Day })),
    joinedDay: Day,
    leftDay: v.nullable(Day),
    choices: PlaceChoices,
  }),
  errors: [],
});

/**
 * A branch with this name and these groups; groups it has and that are named nowhere stay. Only the
 * committee office makes a branch or gives it another name. Can be repeated.
 */
export const saveBranch = defineAction({
  fn,
  name: 'saveBranch',
  allow: inBranch('branch', ROSTER_KEEPERS),
  input: v.strictObject({
    /** Chosen by the phone for a new one. */
    branchId: Id,
    name: Words(MOST_CHARACTERS.unit),
    groups: v.pipe(
      v.array(v.strictObject({ groupId: Id, name: Words(MOST_CHARACTERS.unit) })),
      v.maxLength(MOST_GROUPS),
    ),
    removedGroupIds: v.pipe(v.array(Id), v.maxLength(MOST_GROUPS)),
  }),
  output: v.strictObject({ branchId: Id }),
  errors: [
    /** Another branch, or another group of this one, is called so; detail.name. */
    'name-taken',
    'too-many-groups',
    /** Somebody is in a group that is to go; detail.name. */
    'group-not-empty',
  ],
});

/** Keeping the roster of a branch. */
export const keepingActions = { placeChoices, memberRecord, saveBranch } as const;
