import type { ShownAudience } from '../../contract/people/audience';
import { ATTENDANCE_TEXT, GONE_TEXT } from '../../contract/study/attendance.text';
import { STUDY_KIND_TEXT } from '../../contract/study/study-kinds.text';
import type {
  AttendanceState,
  Gone,
  MyStudy,
  ShownMaterial,
  ShownStudyKind,
} from '../../contract/study/study-shapes';

interface Named {
  readonly kind: ShownStudyKind;
  readonly topic: string;
}

/** '把小事做扎实' of '党课：把小事做扎实', for places that name the kind beside it. */
export function bareTopic({ kind, topic }: Named): string {
  const bare = topic.replace(new RegExp(`^${STUDY_KIND_TEXT[kind]}\\s*[：:]\\s*`, 'u'), '');
  return bare === '' ? topic : bare;
}

/** '党课：把小事做扎实': the kind once, whether the topic names it or not. */
export function studyTitle({ kind, topic }: Named): string {
  const kindText = STUDY_KIND_TEXT[kind];
  return topic.startsWith(kindText) ? topic : `${kindText}：${topic}`;
}

/** How a state is called on the member's own pages. */
const MY_STATE_TEXT: Record<AttendanceState, string> = {
  attended: '已签到',
  late: '迟到',
  excused: '已请假',
  'on-duty': '在岗',
  asleep: '睡觉时间',
  'made-up': '已补学',
  absent: '未参加',
  'to-confirm': '待确认',
  expected: '待参加',
  newer: '升级后查看',
};

/** The same, where nobody asked for the leave: the calendar or a loan excuses. docs/rules.md#R-153 */
export const myStateText = ({
  state,
  isAway,
  gone,
}: Pick<MyStudy, 'state' | 'isAway'> & { readonly gone?: Gone | undefined }): string =>
  gone !== undefined ? GONE_TEXT[gone] : isAway === true ? '休假或借调' : MY_STATE_TEXT[state];

/** How a state is called on the roll, by those who keep it. */
export const ROLL_STATE_TEXT: Record<AttendanceState, string> = {
  ...ATTENDANCE_TEXT,
  newer: '新状态',
};

export const MATERIAL_KIND_TEXT: Record<ShownMaterial['kind'], string> = {
  article: '公众号文章',
  document: '公开文件',
  pictures: '图解',
  newer: '材料',
};

export const AUDIENCE_KIND_TEXT: Record<ShownAudience['kind'], string> = {
  branch: '全支部',
  groups: '党小组',
  crews: '值',
  people: '个人',
  newer: '指定的人',
};
