import type { OutputOf } from '../../../../contract/action';
import type { nominationChoices } from '../../../../contract/star/nomination';
import { NOMINATION_LIMITS, type NominationWay } from '../../../../domain/star/nomination';
import { dayOfInstant } from '../../../../domain/time/local-day';
import type { Placeholder } from '../../../state/shown';
import { cleanWords } from '../../../../domain/words/clean-words';
import { appointmentText, barredText } from '../../../text/star';
import { nearText } from '../../../text/when';
import { evidenceText } from '../nomination-words.view';
import { tooLongText } from '../../../text/too-long';

export type Choices = OutputOf<typeof nominationChoices>;

export interface NominateForm {
  readonly way: NominationWay;
  /** '': nobody yet. */
  readonly memberId: string;
  readonly deeds: string;
  /** Keys of records. */
  readonly evidence: readonly string[];
  readonly isNamed: boolean;
}

export const emptyForm: NominateForm = {
  way: 'colleague',
  memberId: '',
  deeds: '',
  evidence: [],
  isNamed: true,
};

export interface NominateContent {
  readonly kind: 'content';
  readonly note: string;
  /** Why nobody is nominated any more, and what follows; '' they are. */
  readonly over: string;
  /** What was written by then. */
  readonly unsent: string;
  readonly ways: readonly {
    readonly id: NominationWay;
    readonly text: string;
    readonly note: string;
    readonly isOn: boolean;
  }[];
  readonly isSelf: boolean;
  /** As it stands in the field, which may be drawn anew. */
  readonly deeds: string;
  readonly person: {
    readonly initial: string;
    readonly name: string;
    readonly crew: string;
  } | null;
  readonly names: readonly string[];
  readonly at: number;
  readonly who: string;
  readonly evidence: readonly {
    readonly key: string;
    readonly title: string;
    readonly note: string;
    readonly isOn: boolean;
  }[];
  readonly evidenceNote: string;
  readonly noEvidence: string;
  /** They could not be read, which can be tried again. */
  readonly isUnread: boolean;
  /** Why of somebody else only this can be chosen; ''. docs/rules.md#R-280 */
  readonly whyNotes: string;
  readonly isNamed: boolean;
  /** Why the person cannot put themselves forward; ''. */
  readonly barred: string;
  readonly canSend: boolean;
  readonly action: string;
  readonly actionNote: string;
}
export type NominateView = Placeholder | NominateContent;
export const opening: NominateView = { kind: 'loading' };

export const keyOf = ({ kind, id }: { readonly kind: string; readonly id: string }): string =>
  `${kind}:${id}`;

const WAYS: readonly {
  readonly id: NominationWay;
  readonly text: string;
  readonly note: string;
}[] = [
  { id: 'self', text: '自荐', note: '说说自己' },
  { id: 'colleague', text: '推荐同志', note: '你来推荐' },
  { id: 'group', text: '小组推荐', note: '组里商量好' },
];

/** Whether the records of whom the form is about are there. */
export type Records = 'read' | 'reading' | 'unread';

const NOT_READ: Readonly<Record<Exclude<Records, 'read'>, string>> = {
  reading: '正在读这个月的记录……',
  unread: '这个月的记录没有读到，写好的都在。',
};

/** @param mayForGroup as a leader of a group or an officer */
export function toView(
  choices: Choices,
  form: NominateForm,
  mayForGroup: boolean,
  nowMs: number,
  records: Records = 'read',
): NominateContent {
  const today = dayOfInstant(nowMs);
  const { people } = choices;
  const isSelf = form.way === 'self';
  const at = people.findIndex(({ memberId }) => memberId === form.memberId);
  const person = isSelf ? undefined : people[at];
  const isBarred = choices.ownBars.length > 0;
  return {
    kind: 'content',
    note: `${appointmentText(choices.untilAtMs, nowMs)} 截止，还能提 ${choices.left} 位`,
    over: overText(choices, nowMs),
    unsent: cleanWords(form.deeds),
    ways: WAYS.filter(({ id }) => id !== 'group' || mayForGroup)
      .filter(({ id }) => id !== 'self' || !isBarred)
      .map((way) => ({ ...way, isOn: way.id === form.way })),
    isSelf,
    deeds: form.deeds,
    person:
      person === undefined
        ? null
        : { initial: person.name.slice(0, 1), name: person.name, crew: person.crewName ?? '' },
    names: people.map(({ name, crewName }) =>
      crewName === null ? name : `${name}（${crewName}）`,
    ),
    at: Math.max(0, at),
    who: isSelf ? '你做了什么' : '他做了什么',
    evidenceNote: `最多 ${NOMINATION_LIMITS.evidence} 条，没有也能提`,
    noEvidence: records === 'read' ? noRecordText(isSelf) : NOT_READ[records],
    isUnread: records === 'unread',
    whyNotes: isSelf ? '' : WHY_NOTES,
    // Those of whom it was about before are nobody else's.
    evidence: (records === 'read' ? choices.evidence : []).map((record) => ({
      key: keyOf(record),
      title: record.title,
      note: evidenceText(record, today),
      isOn: form.evidence.includes(keyOf(record)),
    })),
    isNamed: form.isNamed,
    barred: barredText(choices.ownBars),
    canSend: !(isSelf && isBarred) && (isSelf || person !== undefined) && isToSend(form.deeds),
    action: isSelf ? '报名' : '提名，请他同意',
    actionNote: actionNoteOf(form, person?.name, choices.others),
  };
}

function overText({ state = 'preparing', untilAtMs }: Choices, nowMs: number): string {
  if (state === 'over') return '这个月的评星已经结束，不再提名。下个月再来。';
  if (state === 'preparing') {
    return nowMs < untilAtMs
      ? ''
      : `提名 ${appointmentText(untilAtMs, nowMs)} 截止了，不能再提。组织委员核对以后定候选名单，定了大家都看得到。`;
  }
  return '候选名单已经定了，不再提名。返回就能看到名单。';
}

const isToSend = (deeds: string): boolean =>
  cleanWords(deeds) !== '' && tooLongText(deeds, NOMINATION_LIMITS.deeds) === '';

const noRecordText = (isSelf: boolean): string =>
  isSelf ? '这个月没有你的记录。' : '这个月他没有署名分享过心得。';

const WHY_NOTES =
  '只能选他署名分享过的，支部里谁都看得到，猜不出是谁提的。到会、补学由他自己报名时附上。';

/** Of how many people it is easy to guess who it was. docs/rules.md#R-280 */
const FEW = 3;

function actionNoteOf(
  { way, isNamed }: NominateForm,
  name: string | undefined,
  others: number | undefined,
): string {
  if (way === 'self') return '截止以前都能改、能退出';
  if (name === undefined) return '本人同意才进名单';
  if (isNamed) return `只告诉${name}是谁提的，候选名单里不写`;
  return others !== undefined && others <= FEW
    ? `不告诉任何人是你提的。支部人少，他也可能猜到`
    : '不告诉任何人是你提的';
}

/** With one record more or less, as many as fit. */
export function withRecord(form: NominateForm, key: string, isOn: boolean): NominateForm {
  const others = form.evidence.filter((each) => each !== key);
  const evidence = isOn ? [...others, key].slice(-NOMINATION_LIMITS.evidence) : others;
  return { ...form, evidence };
}

/** After it was sent; null: oneself. */
export function sentText(reachesAtMs: number | null, nowMs: number): string {
  return reachesAtMs === null ? '已报名' : `${nearText(reachesAtMs, nowMs)} 送到他那里`;
}
