import type { MakeUpContent } from '../../contract/study/make-up-shapes';
import { makeUp, saveMakeUpContent } from '../../contract/study/make-up';
import type { StudyDraft } from '../../contract/study/study-shapes';
import { someContent } from '../builders/make-ups';
import { aSitting, minutes, outputOf, START_MS, useStudyWorld } from './study-world';

export const HOUR = minutes(60);
export const DAY = 24 * HOUR;

/**
 * A study world with the clock and the roster. Its study is held from 15:00 to 16:00 on Wednesday
 * 2025-03-05, when `member-2` is at work; they rest on the 8th and the 13th.
 */
export function useMakeUpWorld(...others: readonly string[]) {
  const world = useStudyWorld('clock', ...others);
  const tick = () => world.cloud.host.invoke('clock', '{}', { openId: '', source: 'wx_trigger' });
  const published = (draft: Partial<StudyDraft> = {}) =>
    world.published({ sittings: [aSitting(START_MS + 6 * HOUR)], ...draft });
  /** Moves the clock without letting it do anything meanwhile. */
  const jump = (ms: number) => {
    world.cloud.clock.jump(START_MS + ms);
  };
  return {
    world,
    tick,
    jump,
    published,
    /** A study whose register is final, and the clock has seen to it. */
    held: async (draft: Partial<StudyDraft> = {}): Promise<string> => {
      const studyId = await published(draft);
      jump(7 * HOUR);
      await tick();
      return studyId;
    },
    mine: (memberId: string, studyId: string) => world.phone(memberId).call(makeUp, { studyId }),
    /** As an officer writes it for the first time. */
    write: async (studyId: string, content: MakeUpContent = someContent()) =>
      outputOf(
        await world.phone('officer').call(saveMakeUpContent, { studyId, revision: 0, content }),
      ),
    makeUpOf: (memberId: string, studyId: string) => world.line(studyId, memberId)?.makeUp,
  };
}
