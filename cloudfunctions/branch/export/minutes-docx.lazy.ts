import type { Minutes } from '../../../contract/branch/minutes';
import type { PaperStyle } from '../../../domain/branch/paper-style';
import { signatureText } from '../../_kit/signatures.text';
import { attendanceLines, minutesText, timesHeld } from '../ledger/minutes.text';
import { line, officeDocument, table } from './docx-parts';

/** The minutes of a meeting as an office prints them: when, where, who was there, what was said and decided. */
export function minutesDocx(
  minutes: Minutes,
  { organisation, papers }: PaperStyle,
): Promise<Buffer> {
  const { topic, branchName, sittings, places, register, written } = minutes;
  const { title, signers } = papers.minutes;
  const attendance =
    register === null ? [minutesText.notFinal] : attendanceLines(register, sittings);
  const linesOf = (words: string) => words.split('\n').map((text) => line(text));
  return officeDocument({ organisation, title: title === '' ? minutesText.title : title }, [
    table(
      [20, 80],
      [
        [minutesText.topic, topic],
        [minutesText.branch, branchName],
        [minutesText.time, timesHeld(minutes)],
        [minutesText.place, places.join('、')],
      ],
    ),
    line(minutesText.attendance, undefined, true),
    ...attendance.map((text) => line(text)),
    line(minutesText.said, undefined, true),
    ...linesOf(written?.text ?? minutesText.none),
    line(minutesText.decisions, undefined, true),
    ...linesOf(written?.decisions ?? minutesText.none),
    line(written === null ? '' : minutesText.written(written)),
    line(signatureText(signers.length === 0 ? minutesText.signers : signers)),
  ]);
}
