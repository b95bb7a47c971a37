import { concernsEverybody, studyChange } from '../../../../domain/notice/study-change';
import { dayOfInstant } from '../../../../domain/time/local-day';
import { cleanWords } from '../../../../domain/words/clean-words';
import { CONSEQUENCE_TEXT } from '../../../text/edit-study';
import { STUDY_KIND_TEXT } from '../../../../contract/study/study-kinds.text';
import { AUDIENCE_KIND_TEXT } from '../../../text/study';
import { clockOfMinute, dayText, lengthText } from '../../../text/when';
import { toDraft, type SittingForm, type StudyForm } from './study-form';

export interface Preview {
  readonly title: string;
  readonly lines: readonly { readonly label: string; readonly value: string }[];
}

/** What will be published, in the words in which it will be read. */
export function toPreview(form: StudyForm, expected: number, nowMs: number): Preview {
  const materials = form.materials.length;
  const mustRead = form.materials.filter((material) => material.isMustRead).length;
  return {
    title: `${expected} 人，${form.sittings.length} 场`,
    lines: [
      { label: '主题', value: cleanWords(form.topic) },
      { label: '类型', value: `${STUDY_KIND_TEXT[form.kind]} · 约 ${lengthText(form.minutes)}` },
      { label: '对象', value: `${AUDIENCE_KIND_TEXT[form.audience]} ${expected} 人` },
      ...form.sittings.map((sitting, index) => ({
        label: form.sittings.length === 1 ? '场次' : `第 ${index + 1} 场`,
        value: sittingLine(sitting, nowMs),
      })),
      ...(materials === 0
        ? []
        : [
            {
              label: '材料',
              value: `${materials} 份${mustRead === 0 ? '' : `，${mustRead} 份必读`}`,
            },
          ]),
    ],
  };
}

function sittingLine(sitting: SittingForm, nowMs: number): string {
  const day = dayText(sitting.day, dayOfInstant(nowMs));
  return `${day} ${clockOfMinute(sitting.startMinute)}–${clockOfMinute(sitting.endMinute)}\n${cleanWords(sitting.place)}`;
}

/** What saving a change of a published study does to people, said before it is done. */
export interface Consequence {
  readonly lines: readonly string[];
  /** Mere words: the officer decides whether anybody is told. */
  readonly isOptional: boolean;
}

export function consequenceOf(
  before: StudyForm,
  after: StudyForm,
  expected: number,
  isToldToAll: boolean,
): Consequence {
  const change = studyChange(toDraft(before), toDraft(after));
  const isTold = concernsEverybody(change);
  const comeAndGo = change.isOtherAudience ? [CONSEQUENCE_TEXT.otherAudience] : [];
  if (isTold) {
    return {
      lines: [CONSEQUENCE_TEXT.told(whatChanged(change), expected), ...comeAndGo],
      isOptional: false,
    };
  }
  if (!change.isReworded) {
    return {
      lines: comeAndGo.length > 0 ? comeAndGo : [CONSEQUENCE_TEXT.nothing],
      isOptional: false,
    };
  }
  const words = isToldToAll ? CONSEQUENCE_TEXT.wordsTold(expected) : CONSEQUENCE_TEXT.words;
  return { lines: [words, ...comeAndGo], isOptional: true };
}

function whatChanged({ sittings, required }: ReturnType<typeof studyChange>): string {
  const { time, place, sitting, reading } = CONSEQUENCE_TEXT;
  const parts = [
    sittings.some((one) => one.kind === 'moved' && one.isOtherTime) ? time : '',
    sittings.some((one) => one.kind === 'moved' && one.isOtherPlace) ? place : '',
    sittings.some((one) => one.kind !== 'moved') ? sitting : '',
    required === null ? '' : reading,
  ];
  return parts.filter((part) => part !== '').join('、');
}
