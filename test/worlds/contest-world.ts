import { answerContest, contest, shareContestResult } from '../../contract/content/contest';
import type { ContestDraft, GivenAnswer } from '../../contract/content/contest-shapes';
import { publishContest, saveContest } from '../../contract/content/contest-writing';
import { MS_PER_HOUR } from '../../domain/time/local-day';
import { aQuestion } from '../builders/contests';
import { useStudyWorld, type StudyWorld } from './study-world';

export interface ContestWorld extends StudyWorld {
  /** Three questions, from in an hour, for a day. */
  readonly aDraft: (draft?: Partial<ContestDraft>) => ContestDraft;
  /** Written and published by `secretary`, not yet running; its id. */
  readonly coming: (draft?: Partial<ContestDraft>) => Promise<string>;
  /** As coming, an hour later. */
  readonly running: (draft?: Partial<ContestDraft>) => Promise<string>;
  readonly show: (memberId: string, contestId: string) => ReturnType<typeof showOf>;
  /** What somebody chooses in questions, now. */
  readonly given: (chosen: Readonly<Record<string, string>>, atMs?: number) => GivenAnswer[];
  readonly answer: (
    memberId: string,
    contestId: string,
    chosen: Readonly<Record<string, string>>,
    isHandedIn?: boolean,
  ) => ReturnType<typeof answerOf>;
  readonly share: (memberId: string, contestId: string, isShared: boolean) => Promise<unknown>;
}

const showOf = (world: StudyWorld, memberId: string, contestId: string) =>
  world.phone(memberId).get(contest, { contestId });
const answerOf = (
  world: StudyWorld,
  memberId: string,
  contestId: string,
  answers: GivenAnswer[],
  isHandedIn: boolean,
) => world.phone(memberId).call(answerContest, { contestId, answers, isHandedIn });

let count = 0;

/** The world of studies, with contests: `secretary` writes, `member-1` … `member-5` answer. */
export function useContestWorld(...others: readonly string[]): ContestWorld {
  const world = useStudyWorld('content', 'notify', ...others);
  const own: Omit<ContestWorld, keyof StudyWorld> = {
    aDraft: (draft = {}) => ({
      title: 'ten questions',
      round: 1,
      startAtMs: world.nowMs() + MS_PER_HOUR,
      endAtMs: world.nowMs() + 25 * MS_PER_HOUR,
      questions: ['q1', 'q2', 'q3'].map((questionId) => aQuestion(questionId)),
      ...draft,
    }),
    async coming(draft) {
      count += 1;
      const contestId = `contest-${count}`;
      const secretary = world.phone('secretary');
      const { revision } = await secretary.get(saveContest, {
        contestId,
        revision: 0,
        draft: own.aDraft(draft),
      });
      await secretary.get(publishContest, { contestId, revision });
      return contestId;
    },
    async running(draft) {
      const contestId = await own.coming(draft);
      await world.later(MS_PER_HOUR);
      return contestId;
    },
    show: (memberId, contestId) => showOf(world, memberId, contestId),
    given: (chosen, atMs = world.nowMs()) =>
      Object.entries(chosen).map(([questionId, optionId]) => {
        return { questionId, chosen: [optionId], atMs };
      }),
    answer: (memberId, contestId, chosen, isHandedIn = false) =>
      answerOf(world, memberId, contestId, own.given(chosen), isHandedIn),
    share: (memberId, contestId, isShared) =>
      world.phone(memberId).get(shareContestResult, { contestId, isShared }),
  };
  // The prototype keeps the getters of the world alive.
  return Object.assign(Object.create(world) as StudyWorld, own);
}
