import * as v from 'valibot';
import {
  TakedownRules,
  type saveTakedown,
  type TakedownPlan as Plan,
} from '../../../../contract/content/takedown';
import {
  monthsOf,
  READ_MONTHS,
  TAKEN_KINDS,
  type TakenKind,
} from '../../../../domain/content/takedown';
import { dayOfInstant } from '../../../../domain/time/local-day';
import type { Placeholder, Shown } from '../../../state/shown';
import type { ErrorTexts } from '../../../text/errors';
import { dayText, momentText, monthText } from '../../../text/when';

export type Going = Plan['going'];

/** What is chosen, and upon which version it was begun. */
export interface TakedownForm {
  readonly version: number;
  readonly rules: TakedownRules;
}

interface KindCard {
  readonly kind: TakenKind;
  readonly title: string;
  readonly since: string;
  readonly text: string;
  readonly range: readonly string[];
  readonly index: number;
  /** That it was changed here, or that this month still goes by another. */
  readonly note: string;
  readonly going: string;
  readonly beside: string;
  /** Of the list behind the count; 0: there is none. */
  readonly months: number;
}

interface TakedownContent {
  readonly kind: 'content';
  readonly title: string;
  /** That nothing goes yet; ''. */
  readonly first: string;
  readonly cards: readonly KindCard[];
  readonly isChanged: boolean;
  /** Nobody saves what they have not seen the outcome of. docs/rules.md#R-308 */
  readonly canSave: boolean;
  readonly saveText: string;
  readonly trail: readonly { readonly key: number; readonly text: string; readonly note: string }[];
}
export type TakedownView = Placeholder | TakedownContent;

export const opening: TakedownView = { kind: 'loading' };
export const unknownPlan: Shown<Plan> = { kind: 'loading' };

const NEWER_VIEW: Placeholder = {
  kind: 'empty',
  text: '这里有新版本才认得的内容，现在保存会丢掉它。换成新版再看。',
};

const KIND_TEXT: Readonly<Record<TakenKind, { title: string; since: string; unit: string }>> = {
  party: { title: '党务清风', since: '刊出多久以后下架', unit: '条' },
  integrity: { title: '廉政清风', since: '刊出多久以后下架', unit: '条' },
  document: { title: '文档库的文件', since: '过期多久以后下架', unit: '份' },
};

const NEVER = '不下架';
const OFTEN = [1, 3, 6, 12, 18, 24, 36, 60, 120];

/** undefined: a newer version has put in what this one would lose by saving. */
export function formOf({ next, version }: Plan): TakedownForm | undefined {
  const known = v.safeParse(TakedownRules, next);
  return known.success ? { version, rules: known.output } : undefined;
}

const isSame = (a: readonly Plan['next'][number][], b: readonly Plan['next'][number][]): boolean =>
  a.every(({ kind, months }) => b.some((each) => each.kind === kind && each.months === months));

export const isChangedFrom = ({ next }: Plan, { rules }: TakedownForm): boolean =>
  !isSame(next, rules);

/** @param tried how much goes by the form; undefined: it is being counted, or nothing was changed */
export function toTakedownView(
  state: Shown<Plan>,
  form: TakedownForm | undefined,
  tried: Going | undefined,
): TakedownView {
  if (state.kind !== 'known') return state;
  if (form === undefined) return NEWER_VIEW;
  const plan = state.output;
  const today = dayOfInstant(plan.nowMs);
  const month = monthText(plan.nextMonth, today);
  const isChanged = isChangedFrom(plan, form);
  const going = isChanged ? tried : plan.going;
  const total = plan.going.reduce((sum, { count }) => sum + count, 0);
  return {
    kind: 'content',
    title: total === 0 ? `${month}没有要下架的` : `${month}会下架 ${total} 件`,
    first:
      plan.firstAtMs === undefined || plan.firstAtMs <= plan.nowMs
        ? ''
        : `第一次下架在 ${dayText(dayOfInstant(plan.firstAtMs), today)} 以后，在这以前一件都不下架。`,
    cards: TAKEN_KINDS.map((kind) => toCard(kind, plan, form, going, month)),
    isChanged,
    canSave: isChanged && tried !== undefined,
    saveText: `保存，从 ${month}起算`,
    trail: plan.trail.map(({ version, fromMonth, byName, atMs }) => ({
      key: version,
      text: `从 ${monthText(fromMonth, today)} 起`,
      note: `${byName}，${momentText(atMs, plan.nowMs)} 保存`,
    })),
  };
}

function toCard(
  kind: TakenKind,
  plan: Plan,
  { rules }: TakedownForm,
  going: Going | undefined,
  month: string,
): KindCard {
  const months = monthsOf(rules, kind);
  const values = valuesOf(kind, months);
  const saved = monthsIn(plan.next, kind);
  const now = monthsIn(plan.now, kind);
  const isChanged = months !== saved;
  const { title, since, unit } = KIND_TEXT[kind];
  const count = countOf(going, kind);
  const before = countOf(plan.going, kind) ?? 0;
  const still = now === null ? '这个月还不下架' : `这个月还按 ${monthsText(now)}`;
  return {
    kind,
    title,
    since,
    text: monthsText(months),
    range: values.map((value) =>
      value === READ_MONTHS[kind].usual ? `${monthsText(value)}（平常的）` : monthsText(value),
    ),
    index: values.indexOf(months),
    note: isChanged ? '改了，还没保存' : now === saved ? '' : still,
    going: goingText(count, months, month, unit),
    beside: isChanged && count !== undefined ? `没改以前是 ${before} ${unit}` : '',
    months: months === null || count === undefined || count === 0 ? 0 : months,
  };
}

function goingText(
  count: number | undefined,
  months: number | null,
  month: string,
  unit: string,
): string {
  if (months === null) return '一直看得到，不会下架';
  if (count === undefined) return '正在算会下架多少';
  return count === 0 ? `${month}没有要下架的` : `${month}会下架 ${count} ${unit}`;
}

const monthsText = (months: number | null): string => (months === null ? NEVER : `${months} 个月`);

const countOf = (going: Going | undefined, kind: TakenKind): number | undefined =>
  going?.find((each) => each.kind === kind)?.count;

const monthsIn = (rules: Plan['next'], kind: TakenKind): number | null =>
  rules.find((each) => each.kind === kind)?.months ?? null;

/** Those to choose from, and what stands now. */
function valuesOf(kind: TakenKind, stands: number | null): readonly (number | null)[] {
  const { least, most } = READ_MONTHS[kind];
  const usual = OFTEN.filter((months) => least <= months && months <= most);
  const all = stands === null ? usual : [...new Set([...usual, stands])];
  return [...all.sort((a, b) => a - b), null];
}

/** What was chosen on a wheel. */
export function withPicked(form: TakedownForm, kind: TakenKind, index: number): TakedownForm {
  const months = valuesOf(kind, monthsOf(form.rules, kind))[index];
  if (months === undefined) return form;
  return {
    ...form,
    rules: form.rules.map((rule) => (rule.kind === kind ? { kind, months } : rule)),
  };
}

export const savedText = (fromMonth: string, nowMs: number): string =>
  `已保存，从 ${monthText(fromMonth, dayOfInstant(nowMs))}起算。`;

export const SAVE_ERRORS = {
  'changed-meanwhile': '刚有人改过并保存了。退出这页再进来，看过他改的再改。',
} satisfies ErrorTexts<typeof saveTakedown>;
