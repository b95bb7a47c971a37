import { publishStudy, saveDraft } from '../../contract/study/writing';
import type { StudyDraft } from '../../contract/study/study-shapes';
import { aDraft, START_MS, type StudyWorld } from './study-world';

/** The one study that an officer of the world writes. */
export const STUDY = 'study-a';

export const draftOf = (draft: Partial<StudyDraft> = {}) => aDraft(START_MS, draft);

export function studyWriter(world: Pick<StudyWorld, 'phone'>) {
  const officer = () => world.phone('officer');
  return {
    save: (draft: Partial<StudyDraft> = {}) =>
      officer().call(saveDraft, { studyId: STUDY, draft: draftOf(draft) }),
    publish: () => officer().call(publishStudy, { studyId: STUDY }),
  };
}
