import * as v from 'valibot';
import { dropDraft, readDraft, saveDraft } from './drafts';
import { isAlike } from './is-alike';
import { isSecondTap, type Tap } from './second-tap';

/** A form of something that others write too; it says itself what it is to be saved over. */
export interface KeptKind<F extends object> {
  readonly schema: v.GenericSchema<unknown, F>;
  /** The same words, to be saved over what `present` is to be saved over. */
  over(form: F, present: F): F;
  /** Whether it is gone on with as it is; where nothing is said, one that is to be saved over the same. */
  isCurrent?(form: F, present: F): boolean;
}

/** What a page begins with. */
export interface Opened<F> {
  readonly form: F;
  /** Whether it was typed on this phone. */
  readonly isResumed: boolean;
  /** Whether something waits that was typed over what has been changed since. */
  readonly hasAside: boolean;
}

const asideName = (name: string): string => `${name}:aside`;

/**
 * What was typed goes before what the server has. Over what somebody else has changed since it is put
 * aside, where nothing that is typed afterwards overwrites it, until whoever typed it says what becomes
 * of it. docs/rules.md#R-115
 */
export function openKept<F extends object>(name: string, kind: KeptKind<F>, stored: F): Opened<F> {
  const kept = formOf(kind, readDraft(name));
  const isResumed = kept !== undefined && isCurrent(kind, kept, stored);
  const form = isResumed ? kept : stored;
  const outdated = kept === undefined || isResumed ? [] : [kept];
  const waiting = [...outdated, ...asidesOf(name, kind)];
  // First of all, for in full storage there is no room for both.
  if (outdated.length > 0) dropDraft(name);
  return { form, isResumed, hasAside: putAside(name, kind, waiting, [stored, form]) };
}

/** What waits becomes the form, over what is stored now; what was typed instead waits in its turn. */
export function takeAside<F extends object>(
  name: string,
  kind: KeptKind<F>,
  present: F,
): Opened<F> | undefined {
  const [first, ...others] = asidesOf(name, kind);
  if (first === undefined) return undefined;
  const typed = formOf(kind, readDraft(name));
  const form = kind.over(first, present);
  saveDraft(name, form);
  const waiting = typed === undefined ? others : [...others, typed];
  return { form, isResumed: true, hasAside: putAside(name, kind, waiting, [form]) };
}

/**
 * What was typed under one name is gone on with under another, over what `present` is to be saved over;
 * what was typed there waits. undefined: nothing was typed.
 * @param typed what stands on the screen; else what is kept
 */
export function goOnElsewhere<F extends object>(
  [from, to]: readonly [string, string],
  kind: KeptKind<F>,
  present: F,
  typed: F | undefined,
): Opened<F> | undefined {
  const kept = (name: string): readonly F[] => {
    const form = formOf(kind, readDraft(name));
    return [...(form === undefined ? [] : [form]), ...asidesOf(name, kind)];
  };
  const [first, ...others] = [...(typed === undefined ? [] : [typed]), ...kept(from)];
  if (first === undefined) return undefined;
  const waiting = from === to ? others : [...others, ...kept(to)];
  const form = kind.over(first, present);
  saveDraft(to, form);
  const hasAside = putAside(to, kind, waiting, [form]);
  if (from !== to) dropKept(from);
  return { form, isResumed: true, hasAside };
}

export const dropAside = (name: string): void => dropDraft(asideName(name));

/** Of what is stored nothing is kept in the phone. */
export function dropKept(name: string): void {
  dropDraft(name);
  dropAside(name);
}

/** What waits goes with a form that is kept under another name from now on. */
export function moveAside(from: string, to: string): void {
  const waiting = readDraft(asideName(from));
  if (from === to || typeof waiting !== 'object' || waiting === null) return;
  dropAside(from);
  saveDraft(asideName(to), waiting);
}

/** The page of such a form. */
interface KeptPage<F> {
  readonly data: { readonly isBusy: boolean };
  readonly form: F | undefined;
  draftName(): string;
  begin(opened: Opened<F>): void;
  setData(data: { readonly hasAside: boolean }): void;
}

/** The two ways out of `components/put-aside`. */
export function asideHandlers<F extends object>(kind: KeptKind<F>) {
  return {
    onTakeAsideTap(this: KeptPage<F>, event?: Tap): void {
      if (isSecondTap(event)) return;
      if (this.form === undefined || this.data.isBusy) return;
      const opened = takeAside(this.draftName(), kind, this.form);
      if (opened !== undefined) this.begin(opened);
    },
    onDropAsideTap(this: KeptPage<F>, event?: Tap): void {
      if (isSecondTap(event)) return;
      dropAside(this.draftName());
      this.setData({ hasAside: false });
    },
  };
}

/** undefined: nothing was typed, or by a version with another shape. */
function formOf<F extends object>({ schema }: KeptKind<F>, kept: unknown): F | undefined {
  const form = v.safeParse(schema, kept);
  return form.success ? form.output : undefined;
}

const isCurrent = <F extends object>(kind: KeptKind<F>, form: F, present: F): boolean =>
  kind.isCurrent?.(form, present) ?? isAlike(form, kind.over(form, present));

const Waiting = v.object({ forms: v.array(v.unknown()) });

function asidesOf<F extends object>(name: string, kind: KeptKind<F>): readonly F[] {
  const waiting = v.safeParse(Waiting, readDraft(asideName(name)));
  const forms = waiting.success ? waiting.output.forms : [];
  return forms.flatMap((each) => formOf(kind, each) ?? []);
}

/** Each once, and none that says what stands there; whether any waits. */
function putAside<F extends object>(
  name: string,
  kind: KeptKind<F>,
  waiting: readonly F[],
  standing: readonly [F, ...F[]],
): boolean {
  const [present] = standing;
  const said: F[] = standing.map((form) => kind.over(form, present));
  const forms = waiting.filter((form) => {
    const words = kind.over(form, present);
    const isSaid = said.some((other) => isAlike(other, words));
    said.push(words);
    return !isSaid;
  });
  if (forms.length > 0) saveDraft(asideName(name), { forms });
  else dropAside(name);
  return forms.length > 0;
}
