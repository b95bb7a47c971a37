import { MINUTES_CHARACTERS } from '../../../../contract/branch/minutes';
import * as v from 'valibot';
import type { ErrorOf } from '../../../../contract/action';
import type { Minutes, saveMinutes, Written } from '../../../../contract/branch/minutes';
import { readDraft } from '../../../state/drafts';
import type { Placeholder, Shown } from '../../../state/shown';
import { STUDY_KIND_TEXT } from '../../../../contract/study/study-kinds.text';
import { momentText } from '../../../text/when';
import { tooLongText, wordsFault } from '../../../text/too-long';

const Form = v.object({ text: v.string(), decisions: v.string(), revision: v.number() });
/** What stands in the fields, and upon which revision it was begun. */
export type MinutesForm = v.InferOutput<typeof Form>;

export const formName = (studyId: string): string => `minutes:${studyId}`;
export const emptyForm: MinutesForm = { text: '', decisions: '', revision: 0 };

export function formOf({ written, revision }: Minutes): MinutesForm {
  return { text: written?.text ?? '', decisions: written?.decisions ?? '', revision };
}

/** What was begun on this phone; undefined when nothing was. */
export function unsavedForm(studyId: string): MinutesForm | undefined {
  const unsaved = v.safeParse(Form, readDraft(formName(studyId)));
  return unsaved.success ? unsaved.output : undefined;
}

interface Version {
  readonly key: string;
  readonly head: string;
  readonly text: string;
  readonly decisions: string;
}

export interface MinutesContent {
  readonly kind: 'content';
  readonly topic: string;
  readonly line: string;
  /** What the register says; nobody writes it down again. */
  readonly attendance: readonly string[];
  readonly canWrite: boolean;
  readonly text: string;
  readonly decisions: string;
  /** The version that stands; null: none is written. */
  readonly written: Version | null;
  /** Whether just that stands in the fields. */
  readonly isUnchanged: boolean;
  readonly earlier: readonly Version[];
}
export type MinutesView = Placeholder | MinutesContent;
export const opening: MinutesView = { kind: 'loading' };
export const unknownMinutes: Shown<Minutes> = { kind: 'loading' };
export const SAVED_TEXT = '已保存。以前的版本都在下面。';

export function toView(state: Shown<Minutes>, form: MinutesForm, mayWrite: boolean): MinutesView {
  if (state.kind !== 'known') return state;
  const {
    nowMs,
    topic,
    kind,
    startAtMs,
    places,
    sittings = [{ startAtMs }],
    hasBegun,
    written,
    earlier,
  } = state.output;
  return {
    kind: 'content',
    topic,
    line: [
      STUDY_KIND_TEXT[kind],
      sittings.map((one) => momentText(one.startAtMs, nowMs)).join('、'),
      places.join('、'),
    ].join(' · '),
    attendance: hasBegun ? attendanceOf(state.output) : ['还没开始，开了再写。'],
    canWrite: mayWrite && hasBegun,
    text: form.text,
    decisions: form.decisions,
    isUnchanged: form.text === written?.text && form.decisions === (written.decisions ?? ''),
    written: written === null ? null : toVersion(written, nowMs),
    earlier: earlier.map((version) => toVersion(version, nowMs)),
  };
}

function attendanceOf({ register, sittings = [], nowMs }: Minutes): readonly string[] {
  if (register === null) return ['点名册还没定稿，到会情况定稿后自动带上。'];
  const { asked, came, madeUp = [], onLeave, onDuty, asleep = [], missed, toConfirm } = register;
  const unplaced = sittings.reduce((left, one) => left - one.came.length, came.length);
  const named = (label: string, names: readonly string[]) =>
    names.length === 0 ? [] : [`${label} ${names.length}：${names.join('、')}`];
  return [
    `应到 ${asked} 人，实到 ${came.length} 人`,
    ...sittings.map((one) => `${momentText(one.startAtMs, nowMs)} 到会 ${one.came.length} 人`),
    ...(sittings.length > 0 && unplaced > 0 ? [`没有写是哪一场 ${unplaced} 人`] : []),
    ...named('补学', madeUp),
    ...named('请假', onLeave),
    ...named('在岗', onDuty),
    ...named('睡觉时间', asleep),
    ...named('缺席', missed),
    ...named('待确认', toConfirm),
  ];
}

function toVersion({ text, decisions, byName, atMs }: Written, nowMs: number): Version {
  const head = `${byName} ${momentText(atMs, nowMs)}`;
  return { key: `${atMs} ${byName}`, head, text, decisions: decisions ?? '' };
}

/** What has to be done before it can be saved; '' when nothing. */
export const faultOf = ({ text, decisions }: MinutesForm): string => {
  const fault = wordsFault(text, MINUTES_CHARACTERS.text, '还没写会议内容。');
  return fault === '' ? tooLongText(decisions, MINUTES_CHARACTERS.decisions) : fault;
};

export const SAVE_ERRORS: Readonly<Record<ErrorOf<typeof saveMinutes>, string>> = {
  'changed-meanwhile': '刚有人保存了新的一版，在下面。对照着改好，再保存一次。',
  'not-begun': '这次学习还没开始，开了再写。',
};
