import type { StudyDraft } from '../../contract/study/study-shapes';
import type { MakeUpContent } from '../../contract/study/make-up-shapes';
import { addDays, instantOf, localDay } from '../../domain/time/local-day';
import type { DemoStage } from './demo-stage';
import { askAs } from './ask-as';
import { asOfficer, PEOPLE } from './study-steps';

const HOUR_MS = 3_600_000;
/** The day after the plays begin: `onShiftTomorrow` works the middle shift, 14:00 to 20:00. */
const DAY = localDay('2026-03-12');

/** After so many days they work it again. */
const CYCLE_DAYS = 5;

const option = (optionId: string, text: string, isRight = false) => ({ optionId, text, isRight });

/** Three pieces and two questions, as an officer writes them. */
const MAKE_UP_CONTENT: MakeUpContent = {
  pieces: [
    {
      kind: 'text',
      pieceId: 'before',
      title: '动火前先看什么',
      minutes: 4,
      text: '先看票，再看人，最后看周围。\n\n票上写的地点、时间、措施，和眼前的一样才算数。监护人要在场，灭火器压力够，油布和木板收到五米以外。\n\n风大、下雨、照明不够，都先停下来问值长。',
    },
    {
      kind: 'text',
      pieceId: 'sign',
      title: '票上谁来签字',
      minutes: 4,
      text: '签字的人要到现场。工作负责人、监护人、许可人三个人分开，谁也不能代签。\n\n换人要重新交底，重新签。',
    },
    {
      kind: 'text',
      pieceId: 'leave',
      title: '什么时候先撤人',
      minutes: 5,
      text: '闻到味道、看到冒烟、听到异响，先撤人，再报告。\n\n撤到集合点点名，少一个人也要说。',
    },
  ],
  questions: [
    {
      questionId: 'guard',
      kind: 'single',
      text: '动火做到一半，监护人要离开几分钟接电话，你怎么办？',
      options: [
        option('a', '请旁边的同事先看着'),
        option('b', '停下来，等监护人回来再做', true),
        option('c', '先把这道焊口做完'),
        option('d', '对讲机说一声，接着做'),
      ],
      why: '监护人是票上写了名字的人，别人替不了。人不在，火就停。旁边的同事没有看过现场交底，出了事他也说不清。',
    },
    {
      questionId: 'smoke',
      kind: 'true-false',
      text: '看到冒烟，先把手里的活收好再撤。',
      options: [option('yes', '对'), option('no', '不对', true)],
      why: '先撤人，再报告。工具丢了可以再领。',
    },
  ],
};

/**
 * A study that was held while `onShiftTomorrow` was at work, an hour after which it is now: their
 * make-up is open, with what the officer wrote for it. It moves the clock to that day: to the one after
 * the plays begin, or to that of a later round, for a scenario that comes after another.
 */
export async function openedMakeUp(
  stage: DemoStage,
  studyId: string,
  content: MakeUpContent | null = MAKE_UP_CONTENT,
  round = 0,
): Promise<string> {
  const startAtMs = instantOf(addDays(DAY, round * CYCLE_DAYS), 15 * 60);
  const draft: StudyDraft = {
    topic: '检修现场安全新规要点',
    kind: 'safety-training',
    minutes: 40,
    audience: { kind: 'people', memberIds: [PEOPLE.onShiftTomorrow, PEOPLE.dayWorker] },
    materials: [],
    sittings: [
      {
        sittingId: `${studyId}-1`,
        place: '集控楼二楼会议室',
        startAtMs,
        endAtMs: startAtMs + HOUR_MS,
        opensAtMs: startAtMs - HOUR_MS,
        lateAfterAtMs: startAtMs + HOUR_MS / 4,
        closesAtMs: startAtMs + HOUR_MS,
      },
    ],
  };
  await asOfficer(stage, 'saveDraft', { studyId, draft });
  await asOfficer(stage, 'publishStudy', { studyId });
  if (content !== null) {
    await asOfficer(stage, 'saveMakeUpContent', { studyId, revision: 0, content });
  }
  await stage.cloud.clock.set(startAtMs + HOUR_MS + 2 * 60_000);
  return `packages/study/make-up/make-up?studyId=${studyId}`;
}

/** Of the branch, held some weeks ago. */
export const PAST_STUDY = 'yx-theme-3';

/** Opens the make-up of PAST_STUDY for somebody who was not there, without moving the clock; who it is. */
export async function openedForAbsent(stage: DemoStage): Promise<string> {
  const studyId = PAST_STUDY;
  const { lines } = (await askAs(stage, PEOPLE.officer, 'study', 'roll', { studyId })) as {
    lines: readonly { memberId: string; atMs: number | null }[];
  };
  const memberId = lines.find(({ atMs }) => atMs === null)?.memberId ?? '';
  await asOfficer(stage, 'saveMakeUpContent', { studyId, revision: 0, content: MAKE_UP_CONTENT });
  await asOfficer(stage, 'openMakeUp', { studyId, memberId, reason: '那天临时抢修' });
  return memberId;
}
