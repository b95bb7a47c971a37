import type { ContestDocument } from '../../../cloudfunctions/_store/content/contest-document';
import type {
  LectureDocument,
  Marks,
} from '../../../cloudfunctions/_store/content/lecture-document';
import { lectureIdOf } from '../../../cloudfunctions/_store/content/lectures';
import {
  addDays,
  dayOfInstant,
  instantOf,
  MS_PER_DAY,
  MS_PER_HOUR,
} from '../../../domain/time/local-day';
import { demoPerson } from '../people';

const EIGHT = 8 * 60;
const WRITER = 'yx33';
/** The last of them judges the one that runs, and has marked nothing yet. */
const JUDGES = ['yx33', 'yx02', 'yx01'] as const;
const SHARED = 'demo-lectures-over';
const RUNNING = 'demo-lectures';
const ENTERING = 'demo-lectures-entering';

const CRITERIA = [
  {
    criterionId: 'practice',
    title: '联系实际',
    text: '讲身边的人和事，听的人回班里用得上。',
    points: 40,
  },
  { criterionId: 'right', title: '讲得准', text: '引用公开的原文，出处说清楚。', points: 40 },
  { criterionId: 'clear', title: '听得懂', text: '十五分钟讲完，三句话能复述。', points: 20 },
];

const LECTURES = [
  [
    'yx22',
    '先锋岗就在倒班里',
    '一、夜班里谁先上。二、交接时多看的那一眼。三、我们班怎么排先锋岗。',
  ],
  [
    'yx10',
    '从一张工作票说作风',
    '一、票面上的一笔代签。二、为什么规定不能代。三、我们怎么互相提醒。',
  ],
  ['yx05', '学党章，看入党那天', '一、誓词里的每一句。二、对照这一年。三、下一年做哪一件。'],
] as const;

/** What each of the panel gave the first, by criterion; one point less for each further one. */
const GIVEN = [
  [36, 34, 18],
  [33, 37, 16],
  [38, 35, 19],
] as const;
const REASONS = ['事例是班里的，听完就能用。', '原文和出处都对。', '再短两分钟更好记。'] as const;

/** With contests of lectures: one was judged, one waits for its last judge, one takes lectures in. */
export function withLectures<W extends { readonly contests: readonly ContestDocument[] }>(
  world: W,
  nowMs: number,
) {
  return {
    ...world,
    contests: [
      ...world.contests,
      contestOf(SHARED, '微党课，第一季', -30, nowMs),
      contestOf(RUNNING, '微党课，第二季', -11, nowMs),
      contestOf(ENTERING, '微党课，第三季', -1, nowMs),
    ],
    lectures: [...lecturesOf(SHARED, nowMs, 3), ...lecturesOf(RUNNING, nowMs, 2)],
  };
}

function contestOf(
  contestId: string,
  title: string,
  startsIn: number,
  nowMs: number,
): ContestDocument {
  const { branchId, memberId, name } = demoPerson(WRITER);
  const by = { memberId, name };
  const day = addDays(dayOfInstant(nowMs), startsIn);
  const startAtMs = instantOf(day, EIGHT);
  const endAtMs = instantOf(addDays(day, 10), 0);
  return {
    _id: contestId,
    branchId,
    step: 'published',
    title,
    round: 1,
    startAtMs,
    endAtMs,
    questions: [],
    createdBy: by,
    createdAtMs: startAtMs - MS_PER_DAY,
    published: {
      by,
      atMs: startAtMs - MS_PER_HOUR,
      seed: '5f0c41d2a9e0b7733c6e1100',
      crews: [],
      asked: 38,
    },
    calledOff: null,
    panel: {
      criteria: CRITERIA,
      awards: [
        { name: '一等奖', places: 1 },
        { name: '优秀奖', places: 1 },
      ],
      tieCriterionId: 'practice',
      judges: JUDGES.map((id) => ({ memberId: id, name: demoPerson(id).name, relieved: null })),
      judgeByMs: endAtMs + 7 * MS_PER_DAY,
      judgedAtMs: null,
    },
    revision: 2,
    schemaVersion: 1,
  };
}

const lecturesOf = (contestId: string, nowMs: number, judges: number): LectureDocument[] =>
  LECTURES.map(([memberId, title, outline], at) => ({
    _id: lectureIdOf(contestId, memberId),
    contestId,
    memberId,
    name: demoPerson(memberId).name,
    title,
    outline,
    minutes: 15,
    source: null,
    writtenAtMs: nowMs - 2 * MS_PER_DAY,
    withdrawnAtMs: null,
    isShared: at < 2,
    marks: JUDGES.slice(0, judges).map((judgeId, place) => marksOf(judgeId, place, at, nowMs)),
    aside: [],
    revision: 4,
    schemaVersion: 1,
  }));

const marksOf = (judgeId: string, place: number, at: number, nowMs: number): Marks => ({
  judgeId,
  name: demoPerson(judgeId).name,
  marks: CRITERIA.map(({ criterionId }, index) => ({
    criterionId,
    points: (GIVEN[place]?.[index] ?? 0) - at,
    reason: REASONS[index] ?? '',
  })),
  atMs: nowMs - MS_PER_DAY,
});
