import type { Action, InputOf } from '../../../../contract/action';
import type { api } from '../../../../contract/api';
import { PRIVACY_VERSION } from '../../../../contract/people/member';
import type { NoticeDraft } from '../../../../contract/notice/notice-shapes';
import type { RotationDraft } from '../../../../contract/roster/rotations';
import type { StudyDraft } from '../../../../contract/study/study-shapes';
import { mac } from '../../../../cloudfunctions/study/check-in/mac';
import { memberCodes, sittingCodes } from '../../../../domain/study/check-in-code';
import { localDay } from '../../../../domain/time/local-day';
import { TEST_START_MS } from '../../../worlds/test-cloud';
import { aTextSheet } from '../../../builders/sheets';
import { aSitting } from '../../../builders/documents';
import { someContent } from '../../../builders/make-ups';
import { OTHER_CODE, OWN_CODE } from '../../../builders/organisation';
import { SWAPPED_DAY, type Scene } from './scene';

type InputsOf<Actions> = {
  readonly [K in keyof Actions]: Actions[K] extends Action
    ? (scene: Scene) => InputOf<Actions[K]>
    : never;
};

/** For every action an input that succeeds for whoever has the right to it. An action without one does not compile. */
const goodInputs: { readonly [F in keyof typeof api]: InputsOf<(typeof api)[F]> } = {
  member: {
    hello: () => ({}),
    bind: ({ unbound, branchId }) => ({
      name: unbound.name,
      staffNumber: unbound.staffNumber,
      invitationCode: branchId === 'own' ? OWN_CODE : OTHER_CODE,
      agreedPrivacyVersion: PRIVACY_VERSION,
    }),
    unbind: () => ({}),
    myData: () => ({}),
    branches: () => ({}),
    directory: ({ branchId }) => ({ branchId }),
    invitation: ({ branchId }) => ({ branchId, renew: true }),
    releaseBinding: ({ target }) => ({ memberId: target._id, reason: 'new phone' }),
    addMember: ({ branchId, number }) => ({
      branchId,
      memberId: `added-${number}`,
      name: 'Added',
      staffNumber: `ADDED${number}`,
      groupId: `${branchId}-g1`,
      crewId: 'crew-1',
      standing: 'member',
    }),
    changeMember: ({ target, branchId, number }) => ({
      memberId: target._id,
      name: 'Changed',
      staffNumber: `CHANGED${number}`,
      groupId: `${branchId}-g2`,
      crew: { crewId: 'crew-2', fromDay: localDay('2025-03-10') },
      standing: 'probationary-member',
      hasLeft: false,
    }),
    setRoles: ({ target }) => ({ memberId: target._id, roles: ['member', 'group-leader'] }),
    placeChoices: ({ branchId }) => ({ branchId }),
    memberRecord: ({ target }) => ({ memberId: target._id }),
    saveBranch: ({ branchId }) => ({
      branchId,
      name: `name of ${branchId}`,
      groups: [{ groupId: `${branchId}-g1`, name: 'group uno' }],
      removedGroupIds: [`${branchId}-g2`],
    }),
    myRoster: () => ({ month: '2025-03' }),
    addChange: ({ number }) => ({
      overrideId: `leave-${number}`,
      change: {
        kind: 'leave',
        fromDay: localDay('2025-03-08'),
        toDay: localDay('2025-03-10'),
        leaveKind: 'annual',
      },
    }),
    removeChange: () => ({ overrideId: 'leave-of-nobody' }),
    swapPartners: () => ({ day: SWAPPED_DAY }),
    proposeSwap: ({ target, number }) => ({
      swapId: `proposed-${number}`,
      partnerId: target._id,
      days: [SWAPPED_DAY],
      reason: 'family',
    }),
    answerSwap: ({ swap }) => ({ swapId: swap._id, answer: 'agree' }),
    branchSwaps: ({ branchId }) => ({ branchId }),
    markSwapSeen: ({ branchId, swap }) => ({ branchId, swapId: swap._id }),
    declineSwap: ({ branchId, swap }) => ({ branchId, swapId: swap._id }),
    crewBoard: ({ branchId }) => ({ branchId, atMs: TEST_START_MS }),
    rotations: () => ({}),
    previewRotation: ({ number }) => ({ draft: aRotationDraft(`previewed-${number}`) }),
    saveRotation: ({ number }) => ({ draft: aRotationDraft(`saved-${number}`) }),
  },
  notify: {
    inbox: () => ({ channel: 'party' }),
    markSeen: () => ({ upToAtMs: TEST_START_MS }),
    acknowledge: ({ messageId }) => ({ messageId }),
    preferences: () => ({}),
    savePreferences: () => ({
      preferences: {
        night: { startMinute: 1380, lengthMinutes: 480 },
        afterNight: { delayMinutes: 30, lengthMinutes: 400 },
        onDuty: 'in-breaks',
        digestMinute: 720,
      },
    }),
    recordSubscription: () => ({
      answers: [{ templateId: 'LOCAL-FAKE-notice', answer: 'accept' }],
    }),
    previewNotice: ({ branchId }) => ({ branchId, draft: aNotice() }),
    sendNotice: ({ branchId, number }) => ({
      branchId,
      messageId: `sent-${number}`,
      draft: aNotice(),
    }),
    previewRevision: ({ messageId }) => ({ messageId }),
    reviseNotice: ({ messageId }) => ({
      messageId,
      title: 'new title',
      body: 'new body',
      size: { kind: 'major', changed: 'the room' },
    }),
    cancelNotice: ({ messageId }) => ({ messageId }),
    noticesOf: ({ branchId }) => ({ branchId }),
    noticeLog: ({ messageId }) => ({ messageId }),
    tellInPerson: ({ messageId, target }) => ({ messageId, memberIds: [target._id] }),
    remindUnread: ({ messageId }) => ({ messageId }),
  },
  branch: {
    dashboard: ({ branchId }) => ({ branchId, month: '2025-03' }),
    dashboardLines: ({ branchId, final }) => ({
      branchId,
      month: '2025-03',
      studyIds: [final._id],
      crewId: 'crew-1',
      outcome: 'came',
    }),
    dashboardPeople: ({ branchId }) => ({ branchId, month: '2025-03' }),
    ledger: ({ branchId }) => ({ branchId }),
    myRecordBook: () => ({ year: 2025 }),
    memberRecordBook: ({ target }) => ({ memberId: target._id, year: 2025 }),
    whoLooked: () => ({ cursor: `${TEST_START_MS}_entry_0` }),
    rosterTemplate: ({ branchId, number }) => ({ branchId, exportId: `template-${number}` }),
    sendRosterPiece: ({ branchId, number }) => ({
      branchId,
      importId: `sent-${number}`,
      at: 0,
      content: 'UEsDBA==',
    }),
    checkRoster: ({ branchId, number }) => ({
      branchId,
      importId: `checked-${number}`,
      fileName: 'roster.xlsx',
      at: 0,
      content: aRosterFile(`NEW${number}`),
    }),
    applyRoster: ({ branchId, importId }) => ({
      branchId,
      importId,
      fileName: 'roster.xlsx',
      at: 0,
      content: 'UEsDBA==',
      planId: '0123456789abcdef',
      leavingIds: ['somebody'],
    }),
    exportMyRecordBook: ({ number }) => ({ exportId: `book-${number}`, year: 2025 }),
    exportMemberRecordBook: ({ target, number }) => ({
      exportId: `book-${number}`,
      memberId: target._id,
      year: 2025,
    }),
    peopleToTalkTo: ({ branchId }) => ({ branchId }),
    officeDashboard: () => ({ month: '2025-03' }),
  },
  note: {
    handInNote: ({ number }) => ({
      noteId: `note-${number}`,
      versionId: 'first',
      basedOn: null,
      type: 'reflection',
      studyId: null,
      title: 'title',
      text: 'text',
      pictures: [],
    }),
    myNotes: () => ({ cursor: '1_note' }),
    noteDetail: ({ shared }) => ({ noteId: shared._id }),
    answerSharing: ({ shared }) => ({ noteId: shared._id, askId: 'asked', answer: 'signed' }),
    withdrawNote: ({ shared }) => ({ noteId: shared._id, what: 'sharing' }),
    sharedNotes: ({ branchId }) => ({ branchId, cursor: '1_note' }),
    branchNotes: ({ branchId }) => ({ branchId, month: '2025-03' }),
    notesInState: ({ branchId }) => ({
      branchId,
      month: '2025-03',
      state: 'to-read',
      isBefore: true,
      cursor: '1_note',
    }),
    answerNote: ({ unshared }) => ({ ...aDeed(unshared), text: 'well said' }),
    returnNote: ({ unshared }) => ({ ...aDeed(unshared), reason: 'a number too many' }),
    approveNote: ({ shared }) => aDeed(shared),
    askToShare: ({ unshared }) => ({ ...aDeed(unshared), scope: 'branch' }),
    recordUse: ({ shared }) => ({ ...aDeed(shared), where: 'elsewhere', text: 'the paper' }),
  },
  study: {
    today: () => ({}),
    myStudies: () => ({ month: '2025-03' }),
    studyDetail: ({ open }) => ({ studyId: open._id }),
    reply: ({ open }) => ({
      studyId: open._id,
      reply: { kind: 'coming', sittingId: sittingOf(open) },
    }),
    checkIn: ({ open }) => {
      const ref = { studyId: open._id, sittingId: sittingOf(open) };
      const [code] = sittingCodes(
        mac,
        { secret: open.sittings[0]?.secret ?? '', ref, digitCount: 6 },
        TEST_START_MS,
      );
      return { way: 'scan', payload: code?.payload ?? '' };
    },
    myCode: () => ({}),
    myAttendance: () => ({ month: '2025-03' }),
    saveDraft: ({ branchId, number }) => ({
      branchId,
      studyId: `saved-${number}`,
      draft: aDraft(`saved-${number}`),
    }),
    publishStudy: ({ draft }) => ({ studyId: draft._id }),
    changeStudy: ({ open }) => ({ studyId: open._id, revision: 1, draft: aDraft(open._id) }),
    cancelStudy: ({ open }) => ({ studyId: open._id, reason: 'called off' }),
    presenterCodes: ({ open }) => ({ studyId: open._id, sittingId: sittingOf(open) }),
    roll: ({ open }) => ({ studyId: open._id, sittingId: sittingOf(open) }),
    whoseCode: ({ open, target }) => {
      const [code] = memberCodes(mac, target.codeSecret, target._id, TEST_START_MS);
      return { studyId: open._id, payload: code?.payload ?? '' };
    },
    admit: ({ open, target }) => {
      const [code] = memberCodes(mac, target.codeSecret, target._id, TEST_START_MS);
      return { studyId: open._id, sittingId: sittingOf(open), payload: code?.payload ?? '' };
    },
    markByHand: ({ open, target }) => ({
      studyId: open._id,
      sittingId: sittingOf(open),
      memberId: target._id,
      state: 'attended',
      reason: 'no phone',
    }),
    closeSitting: ({ open }) => ({ studyId: open._id, sittingId: sittingOf(open) }),
    correct: ({ final, target }) => ({
      studyId: final._id,
      memberId: target._id,
      to: 'made-up',
      reason: 'read the record',
    }),
    exportRegister: ({ final, number }) => ({ exportId: `register-${number}`, studyId: final._id }),
    branchStudies: ({ branchId }) => ({ branchId }),
    audienceChoices: ({ branchId }) => ({ branchId }),
    planSittings: ({ branchId }) => ({
      branchId,
      kind: 'theme-day',
      audience: { kind: 'branch' },
      ask: {
        kind: 'find',
        wish: {
          fromDay: localDay('2025-03-06'),
          days: 7,
          startMinute: 480,
          endMinute: 1200,
          minutes: 40,
        },
      },
    }),
    previewPublication: ({ draft }) => ({ studyId: draft._id }),
    saveRecurring: ({ branchId, number }) => ({
      branchId,
      recurringId: `monthly-${number % 3}`,
      recurring: {
        topic: 'theme day',
        kind: 'theme-day',
        minutes: 40,
        audience: { kind: 'branch' },
        place: 'room 1',
        firstDate: 5,
        days: 14,
        startMinute: 480,
        endMinute: 1260,
      },
    }),
    recurringStudies: ({ branchId }) => ({ branchId }),
    endRecurring: ({ branchId }) => ({ branchId, recurringId: 'monthly-1' }),

    makeUp: ({ final }) => ({ studyId: final._id }),
    answerMakeUp: ({ final }) => ({
      studyId: final._id,
      questionId: 'question-1',
      chosen: ['option-1'],
    }),
    noteMakeUp: ({ final }) => ({ studyId: final._id, text: 'In our crew we '.repeat(5) }),
    makeUpContent: ({ final }) => ({ studyId: final._id }),
    saveMakeUpContent: ({ open }) => ({
      studyId: open._id,
      revision: 0,
      content: someContent(),
    }),
    makeUpsOf: ({ final }) => ({ studyId: final._id }),
    openMakeUp: ({ final, target }) => ({
      studyId: final._id,
      memberId: target._id,
      reason: 'was called away',
    }),
  },
};

const aRosterFile = (staffNumber: string) =>
  Buffer.from(
    aTextSheet([
      ['姓名', '工号'],
      ['New', staffNumber],
    ]),
  ).toString('base64');

/** The input for an action named as in everyAction; throws when goodInputs has none. */
export function goodInput(key: string, scene: Scene): unknown {
  const [fn = '', name = ''] = key.split('.');
  const inputs: Readonly<Record<string, Readonly<Record<string, (scene: Scene) => unknown>>>> =
    goodInputs;
  const make = inputs[fn]?.[name];
  if (make === undefined) throw new Error(`no good input for ${key}`);
  return make(scene);
}

/** 四班两倒 of four crews of its own. */
function aRotationDraft(rotationId: string): RotationDraft {
  const today = localDay('2025-03-05');
  const crewIds = ['crew-a', 'crew-b', 'crew-c', 'crew-d'];
  return {
    rotationId,
    name: 'boiler house',
    pattern: { kind: 'preset', presetId: 'four-crews-two-shifts' },
    crews: crewIds.map((crewId) => ({ crewId, name: crewId.toUpperCase() })),
    validFromDay: today,
    answers: [{ day: today, label: 'white', crewId: 'crew-a' }],
  };
}

const aDeed = ({ _id, version, state }: Scene['shared']) => ({
  noteId: _id,
  version,
  state,
  deedId: 'deed',
});

const sittingOf = (study: Scene['open']) => study.sittings[0]?.sittingId ?? '';

function aNotice(): NoticeDraft {
  return {
    kind: 'must-read',
    channel: 'party',
    urgency: 'timely',
    title: 'title',
    body: 'body',
    audience: { kind: 'branch' },
    isMustRead: true,
    sendAfterAtMs: TEST_START_MS + 60_000,
    deadlineAtMs: TEST_START_MS + 86_400_000,
  };
}

/** With the sitting that the open study of a scene has. */
function aDraft(studyId: string): StudyDraft {
  const { sittingId, place, startAtMs, endAtMs, opensAtMs, lateAfterAtMs, closesAtMs } = aSitting(
    studyId,
    TEST_START_MS + 30 * 60_000,
  );
  return {
    topic: 'topic',
    why: 'why',
    kind: 'theme-day',
    minutes: 60,
    audience: { kind: 'branch' },
    materials: [
      {
        title: 'reading',
        kind: 'article',
        url: 'https://example.com/reading',
        minutes: 5,
        isMustRead: true,
      },
    ],
    sittings: [{ sittingId, place, startAtMs, endAtMs, opensAtMs, lateAfterAtMs, closesAtMs }],
  };
}
