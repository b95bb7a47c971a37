import { api } from '../../contract/api';
import type { InputOf } from '../../contract/action';
import { at, FIRST_DAY, minutes, NEXT_DAY, type Stage, WHO } from './stage';

const { changeStudy, cancelStudy, closeSitting, publishStudy, saveDraft } = api.study;
const { saveRecurring } = api.study;
const { openMakeUp, saveMakeUpContent } = api.study;
const { admit, checkIn, correct, markByHand, myCode, presenterCodes, reply } = api.study;

export type StudyDraft = InputOf<typeof saveDraft>['draft'];
type MakeUpContent = InputOf<typeof saveMakeUpContent>['content'];

/** The sitting of the demo organisation that takes check-ins on the first morning. */
const OPEN_NOW = { studyId: 'yx-open-now', sittingId: 'yx-open-now-1' };
/** A study of the demo organisation that is still ahead. */
export const AHEAD = { studyId: 'yx-theme-4', sittingId: 'yx-theme-4-1' };
/** Held on the first afternoon. */
export const HELD = { studyId: 'study-held', sittingId: 'study-held-1' };
/** Takes check-ins on the next afternoon. */
export const NEXT = { studyId: 'study-next', sittingId: 'study-next-1' };

/** Held every month from April on. */
export const MONTHLY: InputOf<typeof saveRecurring>['recurring'] = {
  topic: '每月主题党日',
  kind: 'theme-day',
  minutes: 40,
  audience: { kind: 'branch' },
  place: '行政楼 306',
  firstDate: 5,
  days: 14,
  startMinute: 480,
  endMinute: 1260,
};

/** What this phone of a presenter shows now. */
export async function shownCode({ recorder }: Stage, sitting: typeof OPEN_NOW) {
  const { slots } = await recorder.phoneOf(WHO.officer).get(presenterCodes, sitting);
  const [shown] = slots;
  if (shown === undefined) throw new Error(`no code for ${sitting.sittingId}`);
  return shown;
}

/** What the phone of a member shows to a presenter. */
export async function ownCode({ recorder }: Stage, memberId: string): Promise<string> {
  const { slots } = await recorder.phoneOf(memberId).get(myCode, {});
  if (slots[0] === undefined) throw new Error(`no code of ${memberId}`);
  return slots[0].payload;
}

/** Every way into a register, at 10:14, late, and from a phone that was offline. */
export async function checkInsOfTheMorning(stage: Stage): Promise<void> {
  const { recorder, cloud } = stage;
  const phone = (memberId: string) => recorder.phoneOf(memberId);
  const officer = phone(WHO.officer);
  await cloud.clock.set(at(FIRST_DAY, '10:14'));
  const early = await shownCode(stage, OPEN_NOW);
  await phone('yx02').get(checkIn, { way: 'scan', payload: early.payload });
  await phone('yx03').get(checkIn, { way: 'typed', ...OPEN_NOW, digits: early.digits });
  const wrong = early.digits === '123456' ? '654321' : '123456';
  await phone('yx05').isRefused(checkIn, { way: 'typed', ...OPEN_NOW, digits: wrong });
  await phone('yx05').get(checkIn, { way: 'typed', ...OPEN_NOW, digits: early.digits });
  await phone('yx24').isRefused(checkIn, { way: 'typed', ...OPEN_NOW, digits: wrong });
  await officer.get(admit, { ...OPEN_NOW, payload: await ownCode(stage, 'yx07') });
  const byHand = { ...OPEN_NOW, reason: '手机没电' };
  await officer.get(markByHand, { ...byHand, memberId: 'yx10', state: 'attended' });
  await officer.get(markByHand, { ...byHand, memberId: 'yx12', state: 'absent' });
  await phone('yx12').get(checkIn, { way: 'scan', payload: early.payload });
  await officer.get(markByHand, { ...byHand, memberId: 'yx25', state: 'excused' });

  await cloud.clock.set(at(FIRST_DAY, '10:50'));
  const late = await shownCode(stage, OPEN_NOW);
  await phone('yx14').get(checkIn, { way: 'scan', payload: late.payload });
  const claimedAtMs = early.startAtMs + 5000;
  for (const memberId of ['yx19', 'yx20']) {
    await phone(memberId).get(checkIn, { way: 'scan', payload: early.payload, claimedAtMs });
  }
  await officer.get(markByHand, { ...byHand, memberId: 'yx20', state: 'attended' });
}

/** A study in every state, for every kind of audience, changed in every way. */
export async function writeStudies({ recorder }: Stage): Promise<void> {
  const officer = recorder.phoneOf(WHO.officer);
  const publish = async (studyId: string, draft: StudyDraft): Promise<void> => {
    await officer.get(saveDraft, { studyId, draft });
    await officer.get(publishStudy, { studyId });
  };
  const draft = aDraft('study-draft', '还没想好的学习', at(NEXT_DAY, '20:00'));
  await officer.get(saveRecurring, { recurringId: 'monthly', recurring: MONTHLY });
  await officer.get(saveDraft, { studyId: 'study-draft', draft });
  await officer.get(saveDraft, { studyId: 'study-draft', draft: { ...draft, ...MORE } });

  await publish(HELD.studyId, {
    ...aDraft(HELD.studyId, '班组安全活动', at(FIRST_DAY, '14:00')),
    audience: { kind: 'groups', groupIds: ['yx-guanli', 'yx-crew-2'] },
  });
  await publish(NEXT.studyId, {
    ...aDraft(NEXT.studyId, '交接班怎么交', at(NEXT_DAY, '15:55'), at(NEXT_DAY, '21:00')),
    ...MORE,
  });
  await publish('study-people', {
    ...aDraft('study-people', '新同志座谈', at(NEXT_DAY, '10:00')),
    audience: { kind: 'people', memberIds: ['yx13', 'yx40', 'yx21', 'yx22'] },
  });
  await publish('study-off', aDraft('study-off', '参观变电站', at(NEXT_DAY, '17:40')));
  await officer.get(cancelStudy, { studyId: 'study-off', reason: '天气不好' });

  const studyId = 'study-moved';
  const moved = aDraft(studyId, '读一份规程', at(NEXT_DAY, '16:30'));
  await publish(studyId, moved);
  const sittings = moved.sittings.map((sitting) => ({ ...sitting, place: '行政楼 306' }));
  await officer.get(changeStudy, { studyId, revision: 1, draft: { ...moved, sittings } });
  const renamed = { ...moved, sittings, topic: '读两份规程' };
  await officer.get(changeStudy, { studyId, revision: 2, draft: renamed });
  await officer.isRefused(changeStudy, { studyId, revision: 2, draft: renamed });
  await officer.get(changeStudy, {
    studyId,
    revision: 3,
    draft: { ...renamed, audience: { kind: 'crews', crewIds: ['crew-1', 'crew-2', 'crew-3'] } },
    isToldToAll: true,
  });
}

/** What members say beforehand; each of them has a reminder that follows. */
export async function replies({ recorder }: Stage): Promise<void> {
  const say = (memberId: string, studyId: string, wish: InputOf<typeof reply>['reply']) =>
    recorder.phoneOf(memberId).get(reply, { studyId, reply: wish });
  await say('yx04', AHEAD.studyId, { kind: 'coming', sittingId: AHEAD.sittingId });
  await say('yx05', AHEAD.studyId, { kind: 'excused', reason: '那天轮休回老家' });
  await say('yx07', AHEAD.studyId, { kind: 'coming', sittingId: AHEAD.sittingId });
  await say('yx07', AHEAD.studyId, { kind: 'none' });
  await say('yx03', NEXT.studyId, { kind: 'coming', sittingId: 'study-next-2' });
  await say('yx09', NEXT.studyId, { kind: 'excused', reason: '外出办事' });
}

/** The study of the afternoon, closed before its time; corrected in the evening. */
export async function holdStudy(stage: Stage): Promise<void> {
  const { recorder, cloud } = stage;
  const officer = recorder.phoneOf(WHO.officer);
  await cloud.clock.set(at(FIRST_DAY, '13:50'));
  const shown = await shownCode(stage, HELD);
  for (const memberId of ['yx02', 'yx18']) {
    await recorder.phoneOf(memberId).get(checkIn, { way: 'scan', payload: shown.payload });
  }
  await cloud.clock.set(at(FIRST_DAY, '14:35'));
  await officer.get(closeSitting, HELD);
  await recorder.phoneOf('yx03').isRefused(checkIn, { way: 'scan', payload: shown.payload });
  await cloud.clock.set(at(FIRST_DAY, '15:00'));
  const fix = { studyId: HELD.studyId, reason: '补看了录像' };
  await officer.get(correct, { ...fix, memberId: 'yx03', to: 'made-up' });
  await officer.get(correct, { ...fix, memberId: 'yx16', to: 'on-duty' });
  await officer.get(correct, { ...fix, memberId: 'yx18', to: 'late' });
  const { studyId } = HELD;
  await officer.get(saveMakeUpContent, { studyId, revision: 0, content: MAKE_UP });
  for (const memberId of ['yx01', 'yx04']) {
    await officer.get(openMakeUp, { studyId, memberId, reason: '临时有事' });
  }
}

/** With a piece of each kind, and one question. */
export const MAKE_UP: MakeUpContent = {
  pieces: [
    { kind: 'text', pieceId: 'p1', title: '先看什么', minutes: 4, text: '先看票，再看人。' },
    {
      kind: 'link',
      pieceId: 'p2',
      title: '图解（公开版）',
      minutes: 5,
      url: 'https://example.com/reading/safety',
    },
  ],
  questions: [
    {
      questionId: 'q1',
      kind: 'single',
      text: '监护人要离开，怎么办？',
      options: [
        { optionId: 'a', text: '停下来等', isRight: true },
        { optionId: 'b', text: '接着做', isRight: false },
      ],
      why: '人不在，火就停。',
    },
  ],
};

/** What a draft need not have. */
const MORE = {
  why: '上周交接漏了一项，大家一起捋一遍。',
  materials: [
    {
      title: '交接班制度（公开版）',
      kind: 'article',
      url: 'https://example.com/reading/handover',
      minutes: 5,
      isMustRead: true,
    },
  ],
} satisfies Partial<StudyDraft>;

/** For the branch, with a sitting at each of these instants. */
export function aDraft(studyId: string, topic: string, ...startsAtMs: number[]): StudyDraft {
  return {
    topic,
    kind: 'safety-training',
    minutes: 40,
    audience: { kind: 'branch' },
    materials: [],
    sittings: startsAtMs.map((startAtMs, index) => ({
      sittingId: `${studyId}-${index + 1}`,
      place: '集控楼二楼会议室',
      startAtMs,
      endAtMs: startAtMs + minutes(40),
      opensAtMs: startAtMs - minutes(15),
      lateAfterAtMs: startAtMs + minutes(5),
      closesAtMs: startAtMs + minutes(50),
    })),
  };
}
