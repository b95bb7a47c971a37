import { MOST_CHARACTERS } from '../../../../contract/limits';
import type { InputOf, OutputOf } from '../../../../contract/action';
import type { saveStarMeeting, starMeeting } from '../../../../contract/star/meeting';
import { AFTER_LIMITS } from '../../../../domain/star/after-vote';
import {
  dayOfInstant,
  instantOf,
  minuteOfInstant,
  type LocalDay,
} from '../../../../domain/time/local-day';
import { cleanWords } from '../../../../domain/words/clean-words';
import type { Question } from '../../../state/confirmed';
import type { Placeholder } from '../../../state/shown';
import { appointmentText } from '../../../text/star';
import { fullDayText, pickerClock } from '../../../text/when';
import { tooLongText } from '../../../text/too-long';

export type Meeting = OutputOf<typeof starMeeting>;
type MeetingInput = InputOf<typeof saveStarMeeting>['meeting'];

export interface MeetingForm {
  readonly day: LocalDay;
  readonly minute: number;
  readonly place: string;
  readonly present: readonly string[];
  readonly minutes: string;
  /** One a line. */
  readonly decisions: string;
}

const USUAL_MINUTE = 16 * 60;
/** Of all lines together. */
export const DECISIONS_LENGTH = AFTER_LIMITS.decisions * (AFTER_LIMITS.decision + 1);

export function formOf({ meeting, plannedAtMs }: Meeting, nowMs: number): MeetingForm {
  const heldAtMs = meeting?.heldAtMs ?? plannedAtMs;
  return {
    day: dayOfInstant(heldAtMs ?? nowMs),
    minute: heldAtMs === null ? USUAL_MINUTE : minuteOfInstant(heldAtMs),
    place: meeting?.place ?? '',
    present: meeting?.present ?? [],
    minutes: meeting?.minutes ?? '',
    decisions: (meeting?.decisions ?? []).join('\n'),
  };
}

export const decisionsOf = ({ decisions }: MeetingForm): readonly string[] =>
  decisions
    .split('\n')
    .map(cleanWords)
    .filter((line) => line !== '');

/** What has to be done before it can be kept; '' nothing. */
export function missingOf(form: MeetingForm): string {
  const [hasPlace, hasMinutes] = [form.place, form.minutes].map((each) => cleanWords(each) !== '');
  if (!hasPlace && !hasMinutes) return '地点和说了什么还没写，写上再存。';
  if (!hasPlace) return '地点还没写，写上再存。';
  if (!hasMinutes) return '说了什么还没写，写上再存。';
  const placeTooLong = tooLongText(form.place, MOST_CHARACTERS.title);
  if (placeTooLong !== '') return `地点${placeTooLong}`;
  const tooLong = tooLongText(form.minutes, AFTER_LIMITS.minutes);
  if (tooLong !== '') return tooLong;
  const decisions = decisionsOf(form);
  if (decisions.length > AFTER_LIMITS.decisions) {
    return `“定了什么”最多 ${AFTER_LIMITS.decisions} 行，现在 ${decisions.length} 行。并几行再存。`;
  }
  const long = decisions.findIndex((line) => line.length > AFTER_LIMITS.decision);
  return long === -1
    ? ''
    : `“定了什么”第 ${long + 1} 行太长，一行最多 ${AFTER_LIMITS.decision} 字。分成两行再存。`;
}

export function inputOf(form: MeetingForm): MeetingInput {
  return {
    heldAtMs: instantOf(form.day, form.minute),
    place: cleanWords(form.place),
    minutes: cleanWords(form.minutes),
    decisions: [...decisionsOf(form)],
    present: [...form.present],
  };
}

/** As the server keeps it, until it is final. */
export const recordOf = (form: MeetingForm, byName: string): NonNullable<Meeting['meeting']> => ({
  ...inputOf(form),
  isFinal: false,
  byName,
  studyId: null,
});

/** A meeting of the ledger that the special one can be. */
export interface LedgerRow {
  readonly studyId: string;
  readonly topic: string;
  readonly when: string;
  /** What has to be there before it can be named; ''. */
  readonly lack: string;
  readonly link: string;
  /** Whether it can be named as it is; otherwise a tap leads to `page`. */
  readonly isWhole: boolean;
  readonly page: string;
}

const minutesPage = (studyId: string): string =>
  `/packages/branch-office/minutes/minutes?studyId=${studyId}`;
const LACK = {
  register: { note: '签到册还没定，定了再选', link: '看记录' },
  minutes: { note: '还没写会议记录', link: '去写' },
  newer: { note: '更新小程序以后能选', link: '看记录' },
} as const;

const ledgerRow =
  (nowMs: number) =>
  ({ studyId, topic, startAtMs, lacks }: Meeting['ledger'][number]): LedgerRow => ({
    studyId,
    topic,
    when: appointmentText(startAtMs, nowMs),
    lack: lacks === null ? '' : LACK[lacks].note,
    link: lacks === null ? '就是它' : LACK[lacks].link,
    isWhole: lacks === null,
    page: minutesPage(studyId),
  });

interface PersonView {
  readonly memberId: string;
  readonly name: string;
  readonly crew: string;
  readonly isPresent: boolean;
}

export type MeetingView =
  | Placeholder
  | {
      readonly kind: 'form';
      readonly ledger: readonly LedgerRow[];
      readonly day: string;
      readonly dayText: string;
      readonly today: string;
      readonly time: string;
      readonly people: readonly PersonView[];
      readonly count: string;
      readonly decisionsLength: number;
    }
  | {
      readonly kind: 'record';
      readonly when: string;
      readonly place: string;
      readonly minutes: string;
      readonly decisions: readonly string[];
      readonly present: string;
      readonly absent: string;
      readonly by: string;
      /** Of the ledger, for officers; '': none. */
      readonly page: string;
    };
export const opening: MeetingView = { kind: 'loading' };
export const NOT_YET: MeetingView = { kind: 'empty', text: '记录还没有定稿，定了大家都看得到。' };
export const SAVED = '已存，还没有定稿';

export const finalQuestion: Question = {
  title: '定稿？',
  content: '定了以后不再改，支部里的人都收到通知，都看得到。',
  confirmBtn: '定稿',
  cancelBtn: '再看看',
};

export const nameQuestion = (topic: string): Question => ({
  title: '专题会就是这次？',
  content: `用“${topic}”的签到册和会议记录，不用再写一遍。支部里的人都收到通知，都看得到。`,
  confirmBtn: '就是它',
  cancelBtn: '再看看',
});

export function toView(state: Meeting, form: MeetingForm, nowMs: number): MeetingView {
  const today = dayOfInstant(nowMs);
  const { meeting, people } = state;
  if (state.canWrite) {
    return {
      kind: 'form',
      ledger: state.ledger.map(ledgerRow(nowMs)),
      day: form.day,
      dayText: fullDayText(form.day, today),
      today,
      time: pickerClock(form.minute),
      people: people.map(({ memberId, name, crewName, isAway }) => ({
        memberId,
        name,
        crew: [crewName ?? '', isAway ? '在外，不算缺席' : '']
          .filter((part) => part !== '')
          .join(' · '),
        isPresent: form.present.includes(memberId),
      })),
      count: `到会 ${form.present.length} / ${people.filter(({ isAway }) => !isAway).length} 人`,
      decisionsLength: DECISIONS_LENGTH,
    };
  }
  if (meeting === null) return NOT_YET;
  const there = people.filter(({ memberId }) => meeting.present.includes(memberId));
  const away = people.filter(
    ({ memberId, isAway }) => isAway && !meeting.present.includes(memberId),
  );
  return {
    kind: 'record',
    when: appointmentText(meeting.heldAtMs, nowMs),
    place: meeting.place,
    minutes: meeting.minutes,
    decisions: meeting.decisions,
    present: `到会 ${meeting.present.length} 人：${there.map(({ name }) => name).join('、')}`,
    absent:
      away.length === 0
        ? ''
        : `在外 ${away.length} 人，不算缺席：${away.map(({ name }) => name).join('、')}`,
    by: `${meeting.byName}记`,
    page: meeting.studyId === null ? '' : minutesPage(meeting.studyId),
  };
}
