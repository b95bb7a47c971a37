import { api } from '../../../../contract/api';
import type { Action } from '../../../../contract/action';
import type { Member } from '../../../../cloudfunctions/_store/people/members';
import type { NoteDocument } from '../../../../cloudfunctions/_store/note/note-document';
import type { SwapDocument } from '../../../../cloudfunctions/_store/roster/swaps';
import type { StudyDocument } from '../../../../cloudfunctions/_store/study/studies';
import { localDay, MS_PER_DAY } from '../../../../domain/time/local-day';
import { TEST_START_MS } from '../../../worlds/test-cloud';
import {
  aBranch,
  aLine,
  aMember,
  anUnboundMember,
  aRotation,
  aSitting,
  aStudy,
} from '../../../builders/documents';
import { aRosterImport } from '../../../builders/roster-imports';
import { aNote } from '../../../builders/notes';
import { aMakeUp, aStoredContent } from '../../../builders/make-ups';
import { aSwap } from '../../../builders/swaps';
import { OTHER_CODE, OWN_CODE } from '../../../builders/organisation';
import { aDelivery } from '../../../builders/deliveries';
import type { Documents } from '../../../builders/stored';
import { EVERY_ROLE } from './who-may';

/** A day on which callers and targets, of different crews, could work for one another. */
export const SWAPPED_DAY = localDay('2025-03-10');

export type BranchId = 'own' | 'other';

/** What one call finds: things of its own that no other call has touched or remembered. */
export interface Scene {
  readonly branchId: BranchId;
  /** Unique to the scene. */
  readonly number: number;
  /** Of branchId, bound, in the register of every study here. */
  readonly target: Member;
  /** Of branchId, bound to nobody. */
  readonly unbound: Member;
  readonly open: StudyDocument;
  readonly draft: StudyDocument;
  readonly final: StudyDocument;
  /** Agreed by two people of branchId who are not the caller. */
  readonly swap: SwapDocument;
  /** Of target, shared in the branch and beyond, with words to be looked at; and one that may be asked about. */
  readonly shared: NoteDocument;
  readonly unshared: NoteDocument;
  /** A must-read that has reached target and callers and that nobody has acknowledged. */
  readonly messageId: string;
  /** A roster of branchId that was taken over. */
  readonly importId: string;
  readonly documents: Documents;
}

/** Callers have one role each; `left` has an account and a role, but is in no branch any more. */
const callers: readonly Member[] = [
  ...EVERY_ROLE.map((role) =>
    aMember(`the-${role}`, { roles: [role], crewHistory: inCrew('crew-1') }),
  ),
  aMember('the-left', { roles: ['secretary'], leftDay: '2025-03-01' as Member['joinedDay'] }),
];

let scenes = 0;

function inCrew(crewId: string): Member['crewHistory'] {
  return [{ crewId, fromDay: localDay('2024-01-01') }];
}

export function newScene(branchId: BranchId): Scene {
  scenes += 1;
  const number = scenes;
  const target = aMember(`target-${number}`, { branchId, crewHistory: inCrew('crew-2') });
  const unbound = anUnboundMember(`unbound-${number}`, { branchId });
  const swap = aSwap(target, unbound, {
    _id: `swap-${number}`,
    days: [SWAPPED_DAY],
    state: 'agreed',
  });
  const study = (name: string, rest: Partial<StudyDocument> = {}) =>
    aStudy(`${name}-${number}`, { branchId, ...rest });
  const open = study('open');
  const draft = study('draft', { state: 'draft', revision: 0, settledRevision: 0 });
  const pastSitting = aSitting(`final-${number}`, TEST_START_MS - 2 * MS_PER_DAY);
  const final = study('final', {
    sittings: [pastSitting],
    firstStartAtMs: pastSitting.startAtMs,
    lastCloseAtMs: pastSitting.closesAtMs,
  });
  const asked = [target, ...callers.filter((caller) => caller.branchId === branchId)];
  const messageId = `message-${number}`;
  const importId = `import-${number}`;
  // What a group leader may do to a notice they may do to their own.
  const author = asked.find(({ roles }) => roles.includes('group-leader')) ?? target;
  const delivery = aDelivery(
    messageId,
    asked.map(({ _id }) => _id),
    { branchId, author: { memberId: author._id, name: author.name } },
  );
  const shared = aNote(`shared-${number}`, target, {
    state: 'used',
    textCheck: 'to-look-at',
    sharing: { isSigned: true, scope: 'beyond' },
    sharedAtMs: TEST_START_MS,
  });
  const unshared = aNote(`unshared-${number}`, target);
  const invitation = (code: string) => ({
    code,
    expiresAtMs: TEST_START_MS + MS_PER_DAY,
    requestId: 'earlier',
  });
  return {
    branchId,
    number,
    target,
    unbound,
    open,
    draft,
    final,
    swap,
    shared,
    unshared,
    messageId,
    importId,
    documents: {
      roster_imports: [aRosterImport(importId, { branchId })],
      branches: [
        aBranch('own', { invitation: invitation(OWN_CODE) }),
        aBranch('other', { invitation: invitation(OTHER_CODE) }),
      ],
      rotations: [aRotation()],
      members: [...callers, target, unbound],
      deliveries: [delivery],
      swaps: [swap],
      notes: [shared, unshared],
      studies: [open, draft, final],
      attendances: asked.flatMap((member) => [
        aLine(open, member),
        { ...aLine(final, member), makeUp: aMakeUp() },
      ]),
      make_up_contents: [aStoredContent(final._id, branchId)],
    },
  };
}

/** Every action of every function, as `fn.name`. */
export function everyAction(): readonly { readonly key: string; readonly action: Action }[] {
  return Object.entries(api).flatMap(([fn, actions]) =>
    Object.entries<Action>(actions).map(([name, action]) => ({ key: `${fn}.${name}`, action })),
  );
}
