import type { MakeUpContentDocument } from '../../_store/study/make-up-contents';
import type { StudyDocument } from '../../_store/study/studies';
import { creditedMinutes, type MakeUpCredit } from '../../../domain/study/make-up';
import { LONGEST_PIECE_MINUTES } from '../../../domain/study/make-up-quiz';

type Content = Pick<MakeUpContentDocument, 'pieces' | 'questions'>;

/** What there is to read and to answer: as an officer wrote it, else the material of the study. docs/rules.md#R-101 */
export function contentOf(study: StudyDocument, written: Content | null): Content {
  return written ?? { pieces: study.materials.map(toPiece), questions: [] };
}

/** Minutes that the make-up earns. docs/rules.md#R-103 */
export function minutesOf(study: StudyDocument, { pieces }: Content, credit: MakeUpCredit): number {
  const material = pieces.reduce((sum, { minutes }) => sum + minutes, 0);
  return creditedMinutes(credit, study.minutes, material);
}

function toPiece(
  { title, minutes, url }: StudyDocument['materials'][number],
  index: number,
): Content['pieces'][number] {
  const known = minutes > 0 ? minutes : LONGEST_PIECE_MINUTES;
  return { kind: 'link', pieceId: `material-${index + 1}`, title, minutes: known, url };
}
