import { api } from '../../../../contract/api';
import type { Action } from '../../../../contract/action';
import type { Member } from '../../../../cloudfunctions/_store/people/member-document';
import type { DataAskDocument } from '../../../../cloudfunctions/_store/people/data-asks';
import type { SuggestionDocument } from '../../../../cloudfunctions/_store/content/suggestion-document';
import type { ItemDocument } from '../../../../cloudfunctions/_store/content/item-document';
import type { ResponseDocument } from '../../../../cloudfunctions/_store/note/response-document';
import type { NoteDocument } from '../../../../cloudfunctions/_store/note/note-document';
import type { SwapDocument } from '../../../../cloudfunctions/_store/roster/swaps';
import type { StudyDocument } from '../../../../cloudfunctions/_store/study/studies';
import { issueMessageId } from '../../../../cloudfunctions/_deliver/tell-of-issue';
import { addDays, localDay, MS_PER_DAY, type LocalDay } from '../../../../domain/time/local-day';
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
import { aMark, anAppeal, anAssessment, aSheet } from '../../../builders/assessments';
import { aRosterImport } from '../../../builders/roster-imports';
import { aNormsVersion } from '../../../builders/norms';
import { aPaperStyle } from '../../../builders/paper-styles';
import { someMinutes } from '../../../builders/minutes';
import { aSuggestion } from '../../../builders/suggestions';
import { aDuty } from '../../../builders/duties';
import { aComment, aTerm } from '../../../builders/comments';
import { aContest, anEntry } from '../../../builders/contests';
import { aLecture, aLectureContest, judgedNow } from '../../../builders/lectures';
import { aDataAsk } from '../../../builders/data-asks';
import { anItem, anItemOut } from '../../../builders/items';
import { aReply } from '../../../builders/responses';
import { aNote } from '../../../builders/notes';
import { aMakeUp, aStoredContent } from '../../../builders/make-ups';
import { aPoll } from '../../../builders/polls';
import { aListedMonth } from '../../../worlds/poll-world';
import {
  aCountedMonth,
  aNomination,
  anObjection,
  aPlan,
  aPublicMonth,
  aStarMonth,
} from '../../../builders/star';
import { aLibraryDocument, anOfferedDocument, aVersion } from '../../../builders/library-documents';
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
  /** Of branchId, has asked for leave from `open`. */
  readonly onLeave: Member;
  readonly open: StudyDocument;
  readonly draft: StudyDocument;
  readonly final: StudyDocument;
  /** Its register is final, and minutes are written. */
  readonly held: StudyDocument;
  /** Agreed by two people of branchId who are not the caller. */
  readonly swap: SwapDocument;
  /** Of target, shared in the branch and beyond, with words to be looked at; and one that may be asked about. */
  readonly shared: NoteDocument;
  readonly unshared: NoteDocument;
  /** To shared, by unbound. */
  readonly reply: ResponseDocument;
  /** A must-read that has reached target and callers and that nobody has acknowledged. */
  readonly messageId: string;
  /** Of target, who leads the branch: marked, with an appeal against one item; and one that waits to be settled. */
  readonly sheetId: string;
  readonly marked: string;
  /** A roster of branchId that was taken over. */
  readonly importId: string;
  /** Open, with everybody here on its roll. */
  readonly pollId: string;
  /** Whose list is fixed and that has no poll yet. */
  readonly listedMonth: string;
  /** Of target, a correction. */
  readonly dataAsk: DataAskDocument;
  readonly raised: SuggestionDocument;
  /** Of 党务清风: out, and waiting for the check of its branch. */
  readonly itemOut: ItemDocument;
  readonly itemToCheck: ItemDocument;
  /** Of itemOut, of which callers of the branch `own` have a message. */
  readonly issueDay: LocalDay;
  /** Of 党务清风, of a day to come, with nobody on duty; `editorId` writes for it and can be. */
  readonly dutyDay: LocalDay;
  readonly editorId: string;
  /** Of the library: read and to be acknowledged by target and callers; and one that waits to be checked. */
  readonly documentId: string;
  readonly offeredId: string;
  /** Runs, and everybody here has handed in; and one that nobody has published. */
  readonly contestId: string;
  readonly contestDraftId: string;
  /** Of lectures: everybody here has entered one; one that everybody but target judges now; and a draft. */
  readonly lecturesId: string;
  readonly judgingId: string;
  readonly lectureDraftId: string;
  /** Of target, judged in judgingId. */
  readonly lectureId: string;
  /** Of target, under itemOut: waits for its check; and one that is shown and asks for an answer. */
  readonly commentId: string;
  readonly askingId: string;
  /** Of target. */
  readonly termId: string;
  readonly documents: Documents;
}

/** Callers have one role each; `left` has an account and a role, but is in no branch any more. */
const callers: readonly Member[] = [
  ...EVERY_ROLE.map((role) =>
    aMember(`the-${role}`, {
      roles: [role],
      crewHistory: inCrew('crew-1'),
      ...(role === 'group-leader' && { groupId: 'own-g1' }),
    }),
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
  // With target and on-leave as many as a poll takes, of whom one is unbound. docs/rules.md#R-320
  const voters = ['third', 'fourth', 'fifth', 'sixth'].map((name) =>
    aMember(`${name}-${number}`, { branchId, crewHistory: inCrew('crew-2') }),
  );
  const onLeave = aMember(`on-leave-${number}`, { branchId, crewHistory: inCrew('crew-2') });
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
  const held = { ...final, _id: `held-${number}`, dutyNotedAtMs: TEST_START_MS };
  const asked = [target, ...callers.filter((caller) => caller.branchId === branchId)];
  const messageId = `message-${number}`;
  const importId = `import-${number}`;
  const pollId = `poll-${number}`;
  const listedMonth = '2025-01';
  // What a group leader may do to a notice they may do to their own.
  const author = asked.find(({ roles }) => roles.includes('group-leader')) ?? target;
  const delivery = aDelivery(
    messageId,
    asked.map(({ _id }) => _id),
    { branchId, author: { memberId: author._id, name: author.name } },
  );
  const documentId = `document-${number}`;
  const offeredId = `offered-${number}`;
  const contestId = `contest-${number}`;
  const contestDraftId = `contest-draft-${number}`;
  const lecturesId = `lectures-${number}`;
  const judgingId = `judging-${number}`;
  const lectureDraftId = `lectures-draft-${number}`;
  const judged = aLecture(judgingId, target._id);
  const judges = [
    ...[unbound._id, onLeave._id, 'judge-1', 'judge-2'],
    ...asked.flatMap(({ _id }) => (_id === target._id ? [] : _id)),
  ];
  const toRead = aDelivery(
    `to-read-${number}`,
    asked.map(({ _id }) => _id),
    { branchId, kind: 'document-to-read', channel: 'party' },
  );
  const shared = aNote(`shared-${number}`, target, {
    state: 'used',
    textCheck: 'to-look-at',
    sharing: { isSigned: true, scope: 'beyond' },
    sharedAtMs: TEST_START_MS,
  });
  const reply = aReply(`reply-${number}`, shared, unbound);
  const unshared = aNote(`unshared-${number}`, target);
  // Of a secretary, whom every officer marks, in the group of the leader.
  const led = { isSecretary: true, groupId: author.groupId };
  const lowered = aMark(`mark-${number}`, { by: { memberId: 'somebody', name: 'Somebody' } });
  const sheet = aSheet(target, {
    ...led,
    marks: [lowered],
    appeals: [anAppeal(`appeal-${number}`, { markId: lowered.markId })],
  });
  const settling = aSheet(unbound, {
    ...led,
    marks: ['post', 'rules'].map((itemId) => ({
      ...lowered,
      markId: `${itemId}-${number}`,
      itemId,
    })),
    summary: { deedId: `words-${number}`, text: 'My month', atMs: TEST_START_MS },
  });
  const dataAsk = aDataAsk(`ask-${number}`, target);
  const raised = aSuggestion(`raised-${number}`, target);
  const issueDay = addDays(localDay('2025-03-04'), -number);
  const dutyDay = addDays(localDay('2025-03-05'), number);
  const editor = aMember(`editor-${number}`, {
    branchId,
    roles: ['publicity-officer'],
    crewHistory: [],
  });
  const itemOut = anItemOut(`out-${number}`, branchId, { issueDay, forShift: true });
  const ofIssue = (['own', 'other'] as const).map((of) =>
    aDelivery(
      issueMessageId('party', issueDay, of),
      asked.map(({ _id }) => _id),
      { branchId: of, kind: 'party-issue', isMustRead: false },
    ),
  );
  const itemToCheck = anItem(`to-check-${number}`, branchId, { state: 'branch-check' });
  const commentId = `comment-${number}`;
  const askingId = `asking-${number}`;
  const asking = { state: 'shown', shownAtMs: TEST_START_MS, wantsAnswer: true } as const;
  const termId = `term-${number}`;
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
    onLeave,
    open,
    draft,
    final,
    held,
    swap,
    shared,
    reply,
    unshared,
    messageId,
    importId,
    pollId,
    listedMonth,
    sheetId: sheet._id,
    marked: settling._id,
    dataAsk,
    raised,
    itemOut,
    itemToCheck,
    issueDay,
    dutyDay,
    editorId: editor._id,
    documentId,
    offeredId,
    contestId,
    contestDraftId,
    lecturesId,
    judgingId,
    lectureDraftId,
    lectureId: judged._id,
    commentId,
    askingId,
    termId,
    documents: {
      roster_imports: [aRosterImport(importId, { branchId })],
      branches: [
        aBranch('own', { invitation: invitation(OWN_CODE) }),
        aBranch('other', { invitation: invitation(OTHER_CODE) }),
      ],
      rotations: [aRotation()],
      members: [...callers, target, unbound, onLeave, ...voters, editor],
      channel_duties: [aDuty(dutyDay, null)],
      deliveries: [...ofIssue, delivery, toRead],
      library_documents: libraryOf(branchId, documentId, offeredId, toRead.messageId),
      contests: [
        aContest(contestId, branchId),
        aContest(contestDraftId, branchId, {
          step: 'draft',
          startAtMs: TEST_START_MS + MS_PER_DAY,
          endAtMs: TEST_START_MS + 2 * MS_PER_DAY,
          published: null,
          revision: 0,
        }),
        aLectureContest(lecturesId, branchId, ['judge-1', 'judge-2', 'judge-3']),
        aLectureContest(judgingId, branchId, judges, judgedNow),
        aLectureContest(lectureDraftId, branchId, [target._id, unbound._id, onLeave._id], {
          step: 'draft',
          startAtMs: TEST_START_MS + MS_PER_DAY,
          endAtMs: TEST_START_MS + 1.5 * MS_PER_DAY,
          published: null,
          revision: 0,
        }),
      ],
      lectures: [judged, ...asked.map(({ _id }) => aLecture(lecturesId, _id))],
      contest_entries: asked.map(({ _id }) => anEntry(contestId, _id)),
      swaps: [swap],
      assessments: [anAssessment(branchId)],
      sheets: [
        sheet,
        settling,
        ...asked
          .filter(({ _id }) => _id !== target._id)
          .map((member) => aSheet(member, { branchId: member.branchId, marks: [lowered] })),
      ],
      notes: [shared, unshared],
      note_responses: [reply],
      item_comments: [
        aComment(commentId, itemOut._id, target),
        aComment(askingId, itemOut._id, target, asking),
      ],
      commentator_terms: [aTerm(termId, target)],
      items: [itemOut, itemToCheck, anItem(`ready-${number}`, branchId, { state: 'ready' })],
      star_months: [
        aStarMonth(branchId),
        aListedMonth(branchId, [target._id, unbound._id, onLeave._id, 'the-member'], listedMonth),
        aStarMonth(branchId, {
          month: '2024-10',
          plan: aPlan({ nominationsUntilAtMs: TEST_START_MS - MS_PER_DAY }),
        }),
        aCountedMonth(branchId, [target], { month: '2024-09' }),
        {
          ...aListedMonth(branchId, ['first', 'second'], '2024-12'),
          state: 'voting',
          pollIds: [pollId],
        },
        aPublicMonth(branchId, target, {
          month: '2024-11',
          objections: [anObjection('of-target', target)],
        }),
      ],
      polls: [
        aPoll(
          pollId,
          branchId,
          asked.map(({ _id }) => _id),
        ),
      ],
      star_nominations: [
        aNomination(`asks-${branchId}`, target),
        aNomination(`agreed-${branchId}`, target, { month: '2024-10', state: 'agreed' }),
      ],
      studies: [open, draft, final, held],
      attendances: [
        ...asked.flatMap((member) => [
          aLine(open, member),
          { ...aLine(final, member), makeUp: aMakeUp() },
        ]),
        {
          ...aLine(open, onLeave),
          reply: { kind: 'excused', reason: 'ill', atMs: TEST_START_MS },
        },
      ],
      make_up_contents: [aStoredContent(final._id, branchId)],
      data_asks: [dataAsk],
      suggestions: [raised],
      minutes: [final, held].map(({ _id }) => someMinutes(_id, { branchId })),
      paper_styles: [aPaperStyle(branchId)],
      norms: [aNormsVersion({ scope: branchId })],
    },
  };
}

function libraryOf(branchId: string, documentId: string, offeredId: string, messageId: string) {
  const content = {
    kind: 'file',
    fileId: `cloud://nowhere.bucket/library-kept/${documentId}.pdf`,
    fileName: 'paper.pdf',
    type: 'pdf',
    bytes: 1,
    digest: documentId,
  } as const;
  const current = aVersion(`${documentId}-1`, 'uploader', {
    content,
    readers: { kind: 'branch' },
    validUntilDay: localDay('2025-12-31'),
  });
  return [
    aLibraryDocument(documentId, branchId, { current, message: { messageId, major: 1 } }),
    anOfferedDocument(offeredId, branchId),
  ];
}

/** Every action of every function, as `fn.name`. */
export function everyAction(): readonly { readonly key: string; readonly action: Action }[] {
  return Object.entries(api).flatMap(([fn, actions]) =>
    Object.entries<Action>(actions).map(([name, action]) => ({ key: `${fn}.${name}`, action })),
  );
}
