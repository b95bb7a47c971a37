import * as v from 'valibot';
import { SUGGESTION_TYPES, TOPICS } from '../../../domain/content/suggestion/suggestion';
import { newRequestId } from '../../api/request-id';
import { knownMe } from '../../state/me';
import { dropPicture, PhonePicture } from '../../state/phone-pictures';
import { store } from '../../state/storage';
import { keptReason } from '../../text/stopped';

/** All that was written on this phone and has not arrived. */
const KEY = 'suggestions';
/** Where versions before pictures kept the only one. */
const FORMER = 'suggestion';
/** Whether any waits to be sent: the app looks at it when it is shown, and loads this package then. */
export const WAITING = 'suggestions:waiting';

const Form = v.object({
  suggestionId: v.string(),
  /** Who wrote it: nobody else who is bound on this phone sees or sends it. */
  ownerId: v.string(),
  to: v.picklist(['branch', 'committee']),
  type: v.picklist(SUGGESTION_TYPES),
  topic: v.picklist(TOPICS),
  /** By the person; absent of what an earlier version kept. */
  isTopicChosen: v.optional(v.boolean(), false),
  title: v.string(),
  text: v.string(),
  isUrgent: v.boolean(),
  pictures: v.optional(v.array(PhonePicture), []),
  /** `waiting`: raised by the person, to be sent; `stopped`: it was not taken, for `problem`. */
  state: v.optional(v.picklist(['draft', 'waiting', 'stopped']), 'draft'),
  problem: v.optional(v.string(), ''),
  /** It was raised as it stood before: what is written now is another one. */
  isRaised: v.optional(v.boolean(), false),
});
export type Form = v.InferOutput<typeof Form>;

const boundHere = (): string => knownMe()?.memberId ?? '';

export const emptyForm: Form = {
  suggestionId: '',
  ownerId: '',
  to: 'branch',
  type: 'proposal',
  topic: 'living',
  isTopicChosen: false,
  title: '',
  text: '',
  isUrgent: false,
  pictures: [],
  state: 'draft',
  problem: '',
  isRaised: false,
};

/** What the person who is bound here has written and what has not arrived, oldest first. */
export function keptForms(): readonly Form[] {
  const ownerId = boundHere();
  return stored().filter((form) => form.ownerId === ownerId);
}

export const keptForm = (suggestionId: string): Form | undefined =>
  keptForms().find((form) => form.suggestionId === suggestionId);

/** What was begun and not raised, or an empty form. */
export const begunForm = (): Form =>
  keptForms().find(({ state }) => state === 'draft') ?? {
    ...emptyForm,
    suggestionId: newRequestId(),
    ownerId: boundHere(),
  };

/** With every keystroke; false where the phone is full. */
export function keepForm(form: Form): boolean {
  const others = stored();
  const at = others.findIndex(({ suggestionId }) => suggestionId === form.suggestionId);
  return keepAll(
    at === -1
      ? [...others, form]
      : others.map((each) => (each.suggestionId === form.suggestionId ? form : each)),
  );
}

/** Under an id of its own, where what bears the former one was raised already. */
export function renewed(form: Form): Form {
  if (!form.isRaised) return form;
  dropForm({ ...form, pictures: [] });
  return { ...form, suggestionId: newRequestId(), isRaised: false };
}

/** With its pictures on this phone. */
export function dropForm({ suggestionId, pictures }: Form): void {
  keepAll(stored().filter((form) => form.suggestionId !== suggestionId));
  for (const { path } of pictures) dropPicture(path);
}

function keepAll(forms: readonly Form[]): boolean {
  const isKept = store(KEY, forms);
  if (isKept) wx.removeStorageSync(FORMER);
  if (forms.some(({ state }) => state === 'waiting')) store(WAITING, true);
  else wx.removeStorageSync(WAITING);
  return isKept;
}

function stored(): readonly Form[] {
  const known = v.safeParse(v.array(Form), wx.getStorageSync(KEY));
  const former = v.safeParse(Form, wx.getStorageSync(FORMER));
  const forms = known.success ? known.output : former.success ? [former.output] : [];
  // Written before it was heard who is bound here, whose WeChat it is.
  return forms.map(({ ownerId, problem, ...form }) => ({
    ...form,
    ownerId: ownerId === '' ? boundHere() : ownerId,
    problem: keptReason(problem),
  }));
}
