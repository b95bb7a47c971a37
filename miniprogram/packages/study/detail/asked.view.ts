import type { OutputOf } from '../../../../contract/action';
import type { studyDetail } from '../../../../contract/study/mine';
import type { Remembered } from '../../../api/remembered';
import { shown, type Shown } from '../../../state/shown';

type Detail = OutputOf<typeof studyDetail>;

/** It is not known here whether there is such a study: only who is asked, and who organises, is told. */
const NOT_ASKED: Shown<Detail> = {
  kind: 'not-yours',
  text: '这次学习的名单里没有你，只有名单里的人和支部负责人看得到。想了解的话，问支部负责人。',
};

/** As `shown`; a study that is refused says for whom it is: records beside a nomination lead here too. docs/rules.md#R-169 */
export function shownStudy(
  kept: Remembered<Detail> | undefined,
  result: Parameters<typeof shown<Detail>>[1],
): Shown<Detail> {
  const isRefused = result !== undefined && !result.ok && result.code === 'not-found';
  return isRefused ? NOT_ASKED : shown(kept, result);
}
