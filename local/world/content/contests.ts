import type {
  ContestDocument,
  ContestEntry,
  StoredQuestion,
} from '../../../cloudfunctions/_store/content/contest-document';
import { inBank, type BankQuestion } from '../../../cloudfunctions/_store/content/bank-questions';
import { entryIdOf } from '../../../cloudfunctions/_store/content/contest-entries';
import {
  crewIdOn,
  isBound,
  type Member,
} from '../../../cloudfunctions/_store/people/member-document';
import type { Organisation } from '../../../cloudfunctions/_store/people/organisation';
import { scheduleOfCrew } from '../../../cloudfunctions/_store/star/poll-hours';
import { awakeMinutesOf } from '../../../domain/content/contest/fair-window';
import {
  addDays,
  dayOfInstant,
  instantOf,
  MS_PER_DAY,
  MS_PER_HOUR,
} from '../../../domain/time/local-day';
import { demoPerson } from '../people';

const DAYS = 5;
const WRITER = 'yx33';
const EIGHT = 8 * 60;

type Written = readonly [text: string, right: string, others: readonly string[], why: string];

/** Of the public safety rules; right is first here and nowhere else. */
const WRITTEN: readonly Written[] = [
  [
    '监护人要离开几分钟，动火作业怎么办？',
    '停下来，等人回来再干',
    ['请旁边的人看一会儿', '自己留心，接着干'],
    '监护人不在，动火就停。换人要重新交底、重新签字。',
  ],
  [
    '高处作业，安全带挂在哪里？',
    '高挂低用，挂在牢固的构件上',
    ['挂在脚手架横杆的端头', '挂在腰部以下方便的地方'],
    '坠落距离越短越好，挂点要能受力。',
  ],
  [
    '进受限空间前先做什么？',
    '先通风，再检测，合格才进',
    ['先进去看看情况', '戴上口罩就能进'],
    '先通风、再检测、后作业，中途停了要重新测。',
  ],
  [
    '发现有人触电，第一步是什么？',
    '切断电源，或用绝缘物挑开',
    ['用手把人拉开', '先打电话再说'],
    '不断电就去拉，救的人也会触电。',
  ],
  [
    '哪些情况要停下重新办票？',
    '作业地点变了',
    ['休息了十分钟', '换了一把扳手'],
    '地点、内容、负责人变了，原来的安全措施就不一定管用。',
  ],
  [
    '交接班时，没做完的检修怎么交？',
    '当面交代，写进记录，两边签字',
    ['在群里发一条', '留个便条在桌上'],
    '口头和便条都会漏，签了字才算交清楚。',
  ],
];

const ROUNDS = [
  { contestId: 'demo-contest-1', round: 1, startsIn: -12, from: 0 },
  { contestId: 'demo-contest-2', round: 2, startsIn: 0, from: 3 },
] as const;

/**
 * Two rounds of a contest of the first branch: one is over, with what most have answered; the other
 * began this morning and nobody has answered yet.
 */
export function demoContests(
  people: readonly Member[],
  organisation: Organisation,
  nowMs: number,
): {
  readonly contests: ContestDocument[];
  readonly bank_questions: BankQuestion[];
  readonly contest_entries: ContestEntry[];
} {
  const { branchId, memberId, name } = demoPerson(WRITER);
  const own = people.filter((member) => member.branchId === branchId && member.leftDay === null);
  const contests = ROUNDS.map(({ contestId, round, startsIn, from }): ContestDocument => {
    // Before eight in the morning the one that began yesterday runs.
    const day = addDays(dayOfInstant(nowMs - 8 * MS_PER_HOUR), startsIn);
    const startAtMs = instantOf(day, EIGHT);
    const window = { startAtMs, endAtMs: startAtMs + DAYS * MS_PER_DAY };
    const by = { memberId, name };
    return {
      _id: contestId,
      branchId,
      step: 'published',
      title: '安规三问',
      round,
      ...window,
      questions: WRITTEN.slice(from, from + 3).map(questionOf),
      createdBy: by,
      createdAtMs: startAtMs - MS_PER_DAY,
      published: {
        by,
        atMs: startAtMs - MS_PER_HOUR,
        seed: `5f0c41d2a9e0b7733c6e11${round}4`,
        asked: own.length,
        crews: [...organisation.crews, { crewId: null, name: null }].flatMap(
          ({ crewId, name: crewName }) => {
            const count = own.filter((member) => crewIdOn(member, day) === crewId).length;
            const crew = scheduleOfCrew(crewId, organisation);
            return count === 0
              ? []
              : [{ crewId, crewName, people: count, awakeMinutes: awakeMinutesOf(crew, window) }];
          },
        ),
      },
      calledOff: null,
      revision: 2,
      schemaVersion: 1,
    };
  });
  const [first] = contests;
  const takers = own.filter((member, at) => isBound(member) && at % 5 !== 4);
  return {
    contests,
    bank_questions: contests.flatMap(({ questions, createdBy, createdAtMs }) =>
      questions.map((question, at) => inBank(branchId, question, createdBy, createdAtMs + at)),
    ),
    contest_entries:
      first === undefined ? [] : takers.map((member, at) => entryOf(first, member, at)),
  };
}

function questionOf([text, right, others, why]: Written, index: number): StoredQuestion {
  const options = [right, ...others].map((words, at) => ({
    optionId: `${index + 1}-${at + 1}`,
    text: words,
    isRight: at === 0,
  }));
  return { questionId: `question-${index + 1}`, kind: 'single', text, options, why };
}

/** Every third got the last question wrong; every third agreed that others see it. */
function entryOf(
  contest: ContestDocument,
  { _id: memberId, name }: Member,
  at: number,
): ContestEntry {
  const atMs = contest.startAtMs + (at + 2) * MS_PER_HOUR;
  return {
    _id: entryIdOf(contest._id, memberId),
    contestId: contest._id,
    memberId,
    name,
    answers: contest.questions.map(({ questionId, options }, index) => {
      const isWrong = (at + index) % (index === 2 ? 3 : 7) === 0;
      const chosen = options.filter(({ isRight }) => isRight !== isWrong).slice(0, 1);
      return { questionId, chosen: chosen.map(({ optionId }) => optionId), atMs };
    }),
    handedInAtMs: atMs,
    isShared: at % 3 === 1,
    revision: 2,
    schemaVersion: 1,
  };
}
