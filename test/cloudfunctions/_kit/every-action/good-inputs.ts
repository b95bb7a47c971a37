import type { api } from '../../../../contract/api';
import { PRIVACY_VERSION } from '../../../../contract/people/member';
import type { NoticeDraft } from '../../../../contract/notice/notice-shapes';
import type { RotationDraft } from '../../../../contract/roster/rotations';
import type { StudyDraft } from '../../../../contract/study/study-shapes';
import { mac } from '../../../../cloudfunctions/_kit/mac';
import { memberCodes, sittingCodes } from '../../../../domain/study/check-in-code';
import { addDays, dayOfInstant, localDay } from '../../../../domain/time/local-day';
import { TEST_START_MS } from '../../../worlds/test-cloud';
import { aTextSheet } from '../../../builders/sheets';
import { aSitting } from '../../../builders/documents';
import { someContent } from '../../../builders/make-ups';
import { someNorms } from '../../../builders/norms';
import { someStyle } from '../../../builders/paper-styles';
import { OTHER_CODE, OWN_CODE } from '../../../builders/organisation';
import { goodCommentInputs } from './good-comment-inputs';
import { goodContestInputs } from './good-contest-inputs';
import { goodLectureInputs } from './good-lecture-inputs';
import { goodLibraryInputs } from './good-library-inputs';
import { goodStarInputs } from './good-star-inputs';
import type { InputsOf } from './inputs-of';
import { SWAPPED_DAY, type Scene } from './scene';

/** For every action an input that succeeds for whoever has the right to it. An action without one does not compile. */
const goodInputs: { readonly [F in keyof typeof api]: InputsOf<(typeof api)[F]> } = {
  member: {
    hello: () => ({}),
    keptYears: () => ({}),
    bind: ({ unbound, branchId }) => ({
      name: unbound.name,
      staffNumber: unbound.staffNumber,
      invitationCode: branchId === 'own' ? OWN_CODE : OTHER_CODE,
      agreedPrivacyVersion: PRIVACY_VERSION,
    }),
    unbind: () => ({}),
    myData: () => ({}),
    myRecords: () => ({ what: 'comment', cursor: 'a' }),
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
    askAboutData: ({ number }) => ({
      askId: `asked-${number}`,
      about: { kind: 'correction', of: 'profile' },
      words: 'my crew is another',
    }),
    myDataAsks: () => ({ cursor: `${TEST_START_MS}_ask` }),
    dataAsks: ({ branchId }) => ({ branchId, state: 'open', cursor: `${TEST_START_MS + 1}_ask` }),
    answerDataAsk: ({ branchId, dataAsk }) => ({
      branchId,
      askId: dataAsk._id,
      outcome: 'agreed',
      words: 'put right',
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
  star: goodStarInputs,
  notify: {
    inbox: () => ({ channel: 'party' }),
    message: ({ messageId }) => ({ messageId }),
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
    dashboardMakeUps: ({ branchId }) => ({ branchId, month: '2025-03' }),
    ledger: ({ branchId }) => ({ branchId }),
    exportLedger: ({ branchId, number }) => ({ branchId, exportId: `ledger-${number}` }),
    exportDashboard: ({ branchId, number }) => ({
      branchId,
      month: '2025-03',
      exportId: `dashboard-${number}`,
    }),
    minutes: ({ final }) => ({ studyId: final._id }),
    saveMinutes: ({ final }) => ({
      studyId: final._id,
      revision: 1,
      text: 'what was said',
      decisions: 'what was decided',
    }),
    exportMinutes: ({ final, number }) => ({ exportId: `minutes-${number}`, studyId: final._id }),
    paperStyles: ({ branchId }) => ({ branchId }),
    savePaperStyle: ({ branchId }) => ({
      branchId,
      forAll: false,
      revision: 1,
      style: someStyle(),
    }),
    norms: ({ branchId }) => ({ branchId }),
    saveNorms: ({ branchId }) => ({
      branchId,
      isForAll: false,
      version: 1,
      norms: someNorms({ credit: null, keptYears: [] }),
    }),
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
    exportRosterProblems: ({ branchId, number }) => ({
      branchId,
      exportId: `marked-${number}`,
      importId: `marked-${number}`,
      fileName: 'roster.xlsx',
      at: 0,
      content: aRosterFile('?'),
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
    notReachedPeople: ({ branchId }) => ({ branchId, days: 7 }),
    notReachedMessages: ({ branchId }) => ({ branchId, days: 30 }),
    officeNotReached: () => ({ days: 7 }),
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
    sharedNotes: ({ branchId }) => ({ branchId, crewName: 'crew 1', cursor: '1_note' }),
    replyToNote: ({ shared, number }) => ({
      noteId: shared._id,
      replyId: `new-reply-${number}`,
      text: 'text',
    }),
    thankForNote: ({ shared }) => ({ noteId: shared._id, isThanking: true }),
    takeBackResponse: ({ reply }) => ({ responseId: reply._id }),
    removeReply: ({ shared, reply }) => ({
      noteId: shared._id,
      replyId: reply._id,
      reason: 'reason',
    }),
    myResponses: () => ({ cursor: '1_reply' }),
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
  content: {
    ...goodCommentInputs,
    ...goodContestInputs,
    ...goodLectureInputs,
    ...goodLibraryInputs,
    raiseSuggestion: ({ number }) => ({
      suggestionId: `suggestion-${number}`,
      to: 'branch',
      type: 'hazard',
      topic: 'work-site',
      title: 'a step is loose',
      text: 'at the west platform',
      isUrgent: true,
    }),
    mySuggestions: () => ({ cursor: '1_suggestion' }),
    suggestionDetail: ({ raised }) => ({ suggestionId: raised._id }),
    settleSuggestion: ({ raised }) => ({
      suggestionId: raised._id,
      stepId: 'settled',
      revision: raised.revision,
      missing: 'half an hour is too short',
    }),
    takeBackSuggestion: ({ raised }) => ({ suggestionId: raised._id }),
    branchSuggestions: ({ branchId }) => ({ branchId, which: 'owed', cursor: '1_suggestion' }),
    committeeSuggestions: () => ({ which: 'owed', cursor: '1_suggestion' }),
    takeSuggestion: ({ raised }) => ({
      ...aStep(raised),
      text: 'asked the canteen',
      promisedDay: addDays(dayOfInstant(TEST_START_MS), 5),
    }),
    answerSuggestion: ({ raised }) => ({ ...aStep(raised), text: 'it closes later now' }),
    forwardSuggestion: ({ raised }) => ({ ...aStep(raised), toBranchId: null, text: 'yours' }),
    suggestionOffices: ({ raised }) => ({ suggestionId: raised._id }),
    suggestionTopics: ({ branchId }) => ({ branchId, month: '2025-03' }),
    channelIssues: () => ({ channel: 'party', upTo: localDay('2025-03-05') }),
    channelItem: ({ itemOut }) => ({ itemId: itemOut._id }),
    channelDesk: () => ({}),
    channelCalendar: () => ({ fromDay: localDay('2025-03-03') }),
    saveItem: ({ number }) => ({
      itemId: `item-${number}`,
      revision: null,
      deedId: 'saved',
      channel: 'party',
      handIn: false,
      draft: {
        title: 'title',
        line: 'line',
        byline: 'name',
        minutes: 2,
        link: 'https://mp.weixin.qq.com/s/abc',
        pictures: [],
        source: 'source',
        licence: 'own',
        forDay: localDay('2025-03-06'),
      },
    }),
    checkItem: ({ itemToCheck }) => ({
      itemId: itemToCheck._id,
      revision: 1,
      deedId: 'checked',
      returnBecause: 'a line too long',
    }),
    withdrawItem: ({ itemOut }) => ({
      itemId: itemOut._id,
      revision: 1,
      deedId: 'withdrawn',
      reason: 'a wrong number',
    }),
    preShiftItem: ({ issueDay }) => ({ channel: 'party', day: issueDay }),
    issueCoverage: ({ branchId, issueDay }) => ({ branchId, channel: 'party', day: issueDay }),
    channelDuty: ({ dutyDay }) => ({ channel: 'party', day: dutyDay }),
    giveDuty: ({ dutyDay, editorId }) => ({
      channel: 'party',
      day: dutyDay,
      memberId: editorId,
      revision: 1,
      deedId: 'given',
    }),
    takedownPlan: () => ({ rules: [{ kind: 'party', months: 12 }] }),
    takedownList: () => ({ kind: 'party', months: 12, cursor: '2024-01-01_item' }),
    saveTakedown: () => ({ version: 0, rules: [{ kind: 'document', months: 6 }] }),
    keepLonger: ({ itemOut }) => ({
      kind: 'party',
      id: itemOut._id,
      untilMonth: '2025-10',
      reason: 'it is still told of',
      deedId: 'kept',
    }),
    planIssue: ({ number }) => ({
      channel: 'party',
      day: localDay('2025-03-06'),
      minute: 720,
      itemIds: [`ready-${number}`],
      shiftItemId: `ready-${number}`,
      revision: 0,
    }),
  },
  study: {
    today: () => ({}),
    waitsForMe: () => ({}),
    search: () => ({ words: 'minutes', kind: 'study', cursor: `${TEST_START_MS}_study-1` }),
    myStudies: () => ({ month: '2025-03' }),
    studyDetail: ({ open }) => ({ studyId: open._id }),
    reply: ({ open }) => ({
      studyId: open._id,
      reply: { kind: 'excused', reason: 'a wedding' },
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
    openLine: ({ open, onLeave }) => ({ studyId: open._id, memberId: onLeave._id }),
    answerLeave: ({ open, onLeave }) => ({
      studyId: open._id,
      memberId: onLeave._id,
      askedAtMs: TEST_START_MS,
      seen: 'waiting',
      verdict: 'granted',
      reason: 'get well',
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

const aStep = ({ _id, revision }: Scene['raised']) => ({
  suggestionId: _id,
  stepId: 'step',
  revision,
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
