import { MOST_CHARACTERS } from '../../../../contract/limits';
import { wordsFault } from '../../../text/too-long';
import type { PlaceChoices } from '../../../../contract/people/keeping';
import { cleanWords } from '../../../../domain/words/clean-words';
import type { Placeholder } from '../../../state/shown';
import { canAddGroup, type BranchForm } from './branch-form';

export interface BranchContent {
  readonly kind: 'content';
  readonly name: string;
  /** Only the committee office names a branch. */
  readonly canName: boolean;
  readonly groups: readonly {
    readonly key: string;
    readonly label: string;
    readonly name: string;
  }[];
  readonly canAdd: boolean;
  readonly note: string;
}
export type BranchView = Placeholder | BranchContent;

export const opening: BranchView = { kind: 'loading' };
export const nothingSaved: PlaceChoices = { branchName: '', groups: [], crews: [] };

export function toView(form: BranchForm, canName: boolean): BranchContent {
  return {
    kind: 'content',
    name: form.name,
    canName,
    groups: form.groups.map(({ groupId, name }, index) => ({
      key: groupId,
      label: `第 ${index + 1} 个党小组`,
      name,
    })),
    canAdd: canAddGroup(form),
    note:
      form.groups.length === 0
        ? '没有党小组也可以。人多了，再分组。'
        : '发学习、发通知可以按党小组选人。',
  };
}

/** 'name' or the id of a group → what to do there. */
export type FormFaults = Readonly<Record<string, string>>;
export const NO_FAULTS: FormFaults = {};

export function faultsOf(form: BranchForm): FormFaults {
  const faultOf = (name: string, missing: string) =>
    wordsFault(name, MOST_CHARACTERS.unit, missing);
  const groups = form.groups.map(
    ({ groupId, name }) =>
      [groupId, faultOf(name, '还没写名字。写上，或点右边的叉去掉。')] as const,
  );
  const faults = [['name', faultOf(form.name, '还没写支部的名称。')] as const, ...groups];
  return Object.fromEntries(faults.filter(([, text]) => text !== ''));
}

export function savedText(isNew: boolean, { name }: BranchForm): string {
  return isNew ? `${cleanWords(name)}建好了。接下来往里加人。` : '已保存。';
}
