import type { ShownLecture } from '../../../contract/content/lecture-shapes';
import { awardsOf, scoreOf } from '../../../domain/content/contest/lecture-result';
import type { LectureDocument } from '../../_store/content/lecture-document';
import { countedMarks, type LectureContest } from '../../_store/content/lecture-standing';

export const toLecture = ({
  _id,
  title,
  outline,
  minutes,
  source,
}: LectureDocument): ShownLecture => {
  return { lectureId: _id, title, outline, minutes, source };
};

/** What the panel gave each lecture, and which award it has. docs/rules.md#R-303 */
export function resultsOf(
  { panel }: LectureContest,
  standing: readonly LectureDocument[],
): {
  readonly scoreOf: (lecture: LectureDocument) => ReturnType<typeof scoreOf>;
  readonly awards: ReadonlyMap<string, string>;
} {
  const { criteria, awards, tieCriterionId } = panel;
  const ids = criteria.map(({ criterionId }) => criterionId);
  const ofLecture = (lecture: LectureDocument) =>
    scoreOf(
      ids,
      countedMarks(panel, lecture).map(({ marks }) => marks),
    );
  return {
    scoreOf: ofLecture,
    awards: awardsOf(
      standing.map((lecture) => ({ lectureId: lecture._id, score: ofLecture(lecture) })),
      awards,
      tieCriterionId,
    ),
  };
}
