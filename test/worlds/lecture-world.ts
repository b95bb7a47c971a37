import type { LectureDraft, WrittenLecture } from '../../contract/content/lecture-shapes';
import { publishLectureContest, saveLectureContest } from '../../contract/content/lecture-writing';
import { enterLecture, judgeLecture, lectureContest } from '../../contract/content/lectures';
import { lectureIdOf } from '../../cloudfunctions/_store/content/lectures';
import { MS_PER_DAY, MS_PER_HOUR } from '../../domain/time/local-day';
import { aPanel } from '../builders/lectures';
import { useStudyWorld, type StudyWorld } from './study-world';

export interface LectureWorld extends StudyWorld {
  /** Taken in from in an hour, for a day, and judged for another by three judges. */
  readonly aDraft: (draft?: Partial<LectureDraft>) => LectureDraft;
  /** Published by `secretary`, taking lectures in; its id. */
  readonly entering: (draft?: Partial<LectureDraft>) => Promise<string>;
  /** As entering, a day later; these have entered. */
  readonly judging: (
    memberIds: readonly string[],
    draft?: Partial<LectureDraft>,
  ) => Promise<string>;
  readonly show: (memberId: string, contestId: string) => ReturnType<typeof showOf>;
  readonly enter: (
    memberId: string,
    contestId: string,
    revision?: number,
    written?: Partial<WrittenLecture>,
  ) => ReturnType<typeof enterOf>;
  /** The same points for both criteria. */
  readonly mark: (
    judgeId: string,
    contestId: string,
    memberId: string,
    points: number,
    insteadOfAtMs?: number,
  ) => ReturnType<typeof judgeOf>;
  readonly stake: (
    judgeId: string,
    contestId: string,
    memberId: string,
  ) => ReturnType<typeof judgeOf>;
}

export const JUDGES = ['member-1', 'member-2', 'member-3'];
const { criteria, awards } = aPanel([]);

const showOf = (world: StudyWorld, memberId: string, contestId: string) =>
  world.phone(memberId).get(lectureContest, { contestId });
const enterOf = (
  world: StudyWorld,
  memberId: string,
  contestId: string,
  revision: number,
  lecture: WrittenLecture,
) => world.phone(memberId).call(enterLecture, { contestId, revision, lecture });
type Judgement = Parameters<typeof judgeOf>[4];
const judgeOf = (
  world: StudyWorld,
  judgeId: string,
  contestId: string,
  memberId: string,
  judgement:
    | {
        kind: 'marks';
        insteadOfAtMs?: number;
        marks: { criterionId: string; points: number; reason: string }[];
      }
    | { kind: 'stake'; reason: string },
) => {
  const lectureId = lectureIdOf(contestId, memberId);
  return world.phone(judgeId).call(judgeLecture, { contestId, lectureId, judgement });
};

let count = 0;

/** The world of studies, with contests of lectures: `secretary` writes, `member-1` to `member-3` judge. */
export function useLectureWorld(...others: readonly string[]): LectureWorld {
  const world = useStudyWorld('content', 'notify', ...others);
  const own: Omit<LectureWorld, keyof StudyWorld> = {
    aDraft: (draft = {}) => ({
      title: 'lectures',
      startAtMs: world.nowMs() + MS_PER_HOUR,
      endAtMs: world.nowMs() + MS_PER_HOUR + MS_PER_DAY,
      judgeByMs: world.nowMs() + MS_PER_HOUR + 2 * MS_PER_DAY,
      criteria: [...criteria],
      awards: [...awards],
      tieCriterionId: null,
      judgeIds: JUDGES,
      ...draft,
    }),
    async entering(draft) {
      count += 1;
      const contestId = `lectures-${count}`;
      const secretary = world.phone('secretary');
      const { revision } = await secretary.get(saveLectureContest, {
        contestId,
        revision: 0,
        draft: own.aDraft(draft),
      });
      await secretary.get(publishLectureContest, { contestId, revision });
      await world.later(MS_PER_HOUR);
      return contestId;
    },
    async judging(memberIds, draft) {
      const contestId = await own.entering(draft);
      for (const memberId of memberIds) await own.enter(memberId, contestId);
      await world.later(MS_PER_DAY);
      return contestId;
    },
    show: (memberId, contestId) => showOf(world, memberId, contestId),
    enter: (memberId, contestId, revision = 0, written = {}) =>
      enterOf(world, memberId, contestId, revision, {
        title: `of ${memberId}`,
        outline: 'three points',
        minutes: 15,
        source: null,
        ...written,
      }),
    mark: (judgeId, contestId, memberId, points, insteadOfAtMs) => {
      const judgement: Judgement = {
        kind: 'marks',
        ...(insteadOfAtMs !== undefined && { insteadOfAtMs }),
        marks: criteria.map(({ criterionId }) => {
          return { criterionId, points, reason: `${points} by ${judgeId}` };
        }),
      };
      return judgeOf(world, judgeId, contestId, memberId, judgement);
    },
    stake: (judgeId, contestId, memberId) =>
      judgeOf(world, judgeId, contestId, memberId, { kind: 'stake', reason: 'my apprentice' }),
  };
  // The prototype keeps the getters of the world alive.
  return Object.assign(Object.create(world) as StudyWorld, own);
}
