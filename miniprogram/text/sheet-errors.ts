import type * as assessment from '../../contract/star/assessment';
import type * as reviews from '../../contract/star/reviews';
import { SHEET_LIMITS } from '../../domain/star/assessment/sheet';
import type { ErrorTexts } from './errors';

const SET_APART = '这个月另列，不打分。';
const OWN_SHEET = '这是你自己的表，由别人来评。';
const NOT_YOURS = '这张表不归你评。请组长、书记或党委工作部来评。';

export const handInSummaryErrors = {
  'set-apart': SET_APART,
  'summary-over': '交小结的时间过了。手机里写的还在，开会时可以念给大家听。',
  'changed-meanwhile': '另一部手机刚交过小结，在你写的下面。看过再交，就换成你写的。',
} satisfies ErrorTexts<typeof assessment.handInSummary>;

export const appealItemErrors = {
  'set-apart': SET_APART,
  'appeals-over': '申诉的时间过了。还有话说，找书记，或者在专题会上提。',
  'nothing-to-appeal': '这一项现在没有扣分，不用申诉。看看现在的分。',
  'already-appealed': '这一项已经申诉过了。答复在下面。',
  'too-many-appeals': `一张表最多申诉 ${SHEET_LIMITS.appeals} 次。请直接找书记。`,
} satisfies ErrorTexts<typeof assessment.appealItem>;

const MARKING = {
  'own-sheet': OWN_SHEET,
  'not-yours': NOT_YOURS,
  'set-apart': SET_APART,
  'marking-over': '评分的时间过了。没评的按没有扣分算。',
  settled: '这张表已经定了。本人有不同意见会申诉，在答复里改。',
  'too-many-marks': '这张表改得太多了，不能再改。请本人申诉，在答复里定。',
} as const;

export const markItemErrors = {
  ...MARKING,
  'not-judged': '这一项由记录算出来，不用评。登记有错，请到点名册更正。',
  points: '分数不在这一项的范围里，换一个。',
  'reason-missing': '扣分或加分要写原因，本人看得到。',
  'appeal-granted': '这一项本人申诉过，已经改回来了，不能再扣。有新的情况，记到下个月。',
  'no-such-record': '选的记录已经不在这张表上，换一条或不选。',
  'changed-meanwhile': '刚刚有人评过这一项，下面是他评的。看过再改。',
} satisfies ErrorTexts<typeof assessment.markItem>;

export const markRestErrors = MARKING satisfies ErrorTexts<typeof assessment.markRest>;

export const settleSheetErrors = {
  'own-sheet': OWN_SHEET,
  'not-yours': NOT_YOURS,
  'set-apart': SET_APART,
  'appeal-open': '还有申诉没答复，先答复再定。',
  'waits-leader': '组长还没评完。你也可以替他评，评完再定。',
  'waits-member': '本人的小结还没交，交了或到期了再定。',
  settled: '这张表已经定了。',
} satisfies ErrorTexts<typeof assessment.settleSheet>;

export const answerAppealErrors = {
  'own-sheet': '这是你自己的申诉，由别人来答复。',
  'not-yours': '这一分是你评的，要由书记、纪检委员或党委工作部里的另一个人答复。',
  'answers-over': '答复的时间过了。没有答复的，评的扣分已经不算。',
  'changed-meanwhile': '刚刚有人答复过了，下面是他写的。',
} satisfies ErrorTexts<typeof assessment.answerAppeal>;

export const giveGradeErrors = {
  'own-grade': '自己的等次由别人来记。请另一位书记或党委工作部来记。',
  'not-reviewed': '预备党员和已经离开的不评等次。',
  'reason-missing': '评基本合格或不合格要写原因，本人看得到。',
  'changed-meanwhile': '刚刚有人记过，下面是他记的。看过再改。',
  'too-often': '这个人的等次改得太多了。请党委工作部来看。',
  'too-early': '这一年还没有到评议的时候，没有记。从那一年的 12 月 1 日起再来记。',
} satisfies ErrorTexts<typeof reviews.giveGrade>;
