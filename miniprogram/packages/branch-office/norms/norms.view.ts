import type { BranchNorms, NormsInput, saveNorms } from '../../../../contract/branch/norms';
import { dayOfInstant } from '../../../../domain/time/local-day';
import type { Placeholder, Shown } from '../../../state/shown';
import type { ErrorTexts } from '../../../text/errors';
import { momentText, monthText } from '../../../text/when';
import type { NormsForm, Scope } from './norms-form';
import { GROUPS, type Group, type Setting } from './settings.view';

interface Row {
  readonly key: string;
  readonly label: string;
  readonly text: string;
  /** That it was set here, or what comes; '' where it is as usual. */
  readonly note: string;
  /** Of the wheel; empty where the reader cannot set it. */
  readonly range: readonly string[];
  readonly index: number;
}

interface Section {
  readonly title: string;
  readonly source: string;
  readonly rows: readonly Row[];
}

export interface NormsContent {
  readonly kind: 'content';
  readonly title: string;
  readonly note: string;
  readonly canSave: boolean;
  readonly scope: Scope;
  readonly scopes: readonly {
    readonly value: Scope;
    readonly text: string;
    readonly isOn: boolean;
  }[];
  readonly sections: readonly Section[];
  readonly trail: readonly { readonly key: string; readonly text: string; readonly note: string }[];
}
export type NormsView = Placeholder | NormsContent;
export const opening: NormsView = { kind: 'loading' };
export const unknownNorms: Shown<BranchNorms> = { kind: 'loading' };
export const NEWER_VIEW: Placeholder = {
  kind: 'empty',
  text: '这里有新版本才认得的内容，现在保存会丢掉它。换成新版再改。',
};

export const savedText = (fromMonth: string, nowMs: number): string =>
  `已保存，从 ${monthText(fromMonth, dayOfInstant(nowMs))} 起算。`;

/** What the committee office sets, in fields. */
export function toForm(told: BranchNorms, scope: Scope, { norms }: NormsForm): NormsContent {
  const isOwn = scope === 'own';
  const from = monthText(told.nextMonth, dayOfInstant(told.nowMs));
  return {
    kind: 'content',
    title: isOwn ? `${told.branchName}自己的规定` : '各支部都按这里',
    note: `${isOwn ? '没有另定的，跟各支部一样。' : '支部另定了的，按支部的。'}现在保存，从 ${from} 起算；过去的月份和年份不变。`,
    canSave: true,
    scope,
    scopes: [
      { value: 'common', text: '各支部都用', isOn: !isOwn },
      { value: 'own', text: told.branchName, isOn: isOwn },
    ],
    sections: GROUPS.filter((group) => !(isOwn && group.isOfAll)).map((group) =>
      sectionOf(group, (setting) => fieldOf(setting, told, scope, norms)),
    ),
    trail: trailOf(told),
  };
}

/** What holds for the branch, for its officers. */
export function toRead(told: BranchNorms): NormsContent {
  const today = dayOfInstant(told.nowMs);
  const from = monthText(told.nextMonth, today);
  const rowOf = (setting: Setting): Row => {
    const [now, next] = [setting.heldIn(told.now), setting.heldIn(told.next)];
    const coming = next === now ? '' : `${from}起 ${setting.text(next)}`;
    return { ...plainOf(setting, now), note: coming };
  };
  return {
    kind: 'content',
    title: told.branchName,
    note: `${monthText(told.month, today)}的规定。由党委工作部定，要改找党委工作部。`,
    canSave: false,
    scope: 'own',
    scopes: [],
    sections: GROUPS.map((group) => sectionOf(group, rowOf)),
    trail: trailOf(told),
  };
}

const sectionOf = (group: Group, rowOf: (setting: Setting) => Row): Section => ({
  title: group.title,
  source: group.source,
  rows: group.settings.map(rowOf),
});

const plainOf = ({ key, label, text }: Setting, value: string): Omit<Row, 'note'> => ({
  key,
  label,
  text: text(value),
  range: [],
  index: 0,
});

/** What it is where the scope has not set it. */
const inherited = (setting: Setting, told: BranchNorms, scope: Scope): string =>
  (scope === 'own' ? setting.setIn(told.common) : undefined) ?? setting.usual;

function fieldOf(setting: Setting, told: BranchNorms, scope: Scope, norms: NormsInput): Row {
  const [set, otherwise] = [setting.setIn(norms), inherited(setting, told, scope)];
  const values = valuesOf(setting, set, otherwise);
  const of = scope === 'own' ? '各支部的' : '平常的';
  const isSaved = set === setting.setIn(told[scope]);
  const ownText = set === undefined ? '' : `另定的，${of}是${setting.text(otherwise)}`;
  return {
    ...plainOf(setting, set ?? otherwise),
    note: isSaved ? ownText : '改了，还没保存',
    range: values.map((value) =>
      value === otherwise ? `${setting.text(value)}（${of}）` : setting.text(value),
    ),
    index: values.indexOf(set ?? otherwise),
  };
}

/** Those to choose from, and what stands now. */
function valuesOf({ values }: Setting, set: string | undefined, otherwise: string) {
  const others = [set, otherwise].filter((value) => value !== undefined && !values.includes(value));
  return others.length === 0
    ? values
    : [...new Set([...values, ...others])]
        .filter((value) => value !== undefined)
        .sort((a, b) => Number(a) - Number(b));
}

/** What was chosen on a wheel; what holds anyway is set by nobody. */
export function withPicked(
  told: BranchNorms,
  scope: Scope,
  form: NormsForm,
  { key, index }: { readonly key: string; readonly index: number },
): NormsForm {
  const setting = GROUPS.flatMap(({ settings }) => settings).find((each) => each.key === key);
  if (setting === undefined) return form;
  const otherwise = inherited(setting, told, scope);
  const value = valuesOf(setting, setting.setIn(form.norms), otherwise)[index];
  return { ...form, norms: setting.put(form.norms, value === otherwise ? undefined : value) };
}

const trailOf = ({ trail, branchName, nowMs }: BranchNorms): NormsContent['trail'] =>
  trail.map(({ isForAll, version, fromMonth, byName, atMs }) => ({
    key: `${isForAll}-${version}`,
    text: `${isForAll ? '各支部' : branchName}，从 ${monthText(fromMonth, dayOfInstant(nowMs))} 起`,
    note: `${byName}，${momentText(atMs, nowMs)} 保存`,
  }));

export const SAVE_ERRORS = {
  'changed-meanwhile': '刚有人改过并保存了。退出这页再进来，看过他改的再改。',
} satisfies ErrorTexts<typeof saveNorms>;
