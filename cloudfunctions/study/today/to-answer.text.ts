import type { AskingKind } from '../../../domain/notice/notice-kinds';
import type { StudyKind } from '../../../domain/study/study-kinds';
import { STUDY_KIND_TEXT } from '../../../contract/study/study-kinds.text';

interface Asking {
  /** What its reader is asked to do, a verb. */
  readonly act: string;
  /** What follows when it is not done by the limit. */
  readonly otherwise: string;
}

/** Of a message that stands on the today page until it is answered. */
export const ASKING_TEXT: Readonly<Record<AskingKind, Asking>> = {
  'draft-waiting': { act: '发布', otherwise: '不发布，大家就不知道这次学习。' },
  'leave-asked': { act: '答复', otherwise: '不答复就按请假算。' },
  'suggestion-answered': { act: '看答复', otherwise: '不选就算办结，以后还能再提。' },
  'contest-open': { act: '答题', otherwise: '不答不影响考核，也不会再催。' },
  'lectures-to-judge': { act: '评分', otherwise: '到时间按已经交的分算，你的不算在里面。' },
  'pre-shift': { act: '讲给班里听', otherwise: '不讲，没看手机的人就不知道这一条。' },
  'issue-gap': { act: '补上一条', otherwise: '不补，这一天就没有这一期。' },
  'note-consent': { act: '答复', otherwise: '不回复就不放，不影响别的。' },
  poll: { act: '投票', otherwise: '不投按弃权计，不影响考核。' },
  'star-nominated': { act: '答复', otherwise: '不回复按不同意，不影响考核。' },
  'swap-proposed': { act: '答复', otherwise: '不答复就没有换成，班不变。' },
  'sheet-open': { act: '写小结', otherwise: '不交也算分，只是没有你的话。' },
  'make-up-due': { act: '补学', otherwise: '不补，考勤还按现在记的；过了请书记再开。' },
};

/** Of meetings that a branch has to hold by the end of the month and has not planned. */
export const meetingsDueText = (kinds: readonly StudyKind[]) => ({
  title: `${kinds.length} 项规定的会还没排`,
  body: kinds.map((kind) => STUDY_KIND_TEXT[kind]).join('、'),
  act: '安排',
  otherwise: '不排，台账上这一期就空着。',
});
