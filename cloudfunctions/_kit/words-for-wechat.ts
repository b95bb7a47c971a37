import type { Action } from '../../contract/action';
import type { api } from '../../contract/api';
import { cleanWords } from '../../domain/words/clean-words';
import { checkAllWords } from './content-checks';

type Api = typeof api;
/** An action as its function and its name. */
type Key = { [F in keyof Api]: `${F}.${keyof Api[F] & string}` }[keyof Api];

/**
 * Whatever a person writes is given to WeChat before anything is done with it: the `Words` of every input
 * (contract/fields.ts) but of these. docs/rules.md#R-313
 */
export const NOT_GIVEN = {
  /** Their handlers ask themselves: the verdict is stored, or a repetition must not ask again. */
  'asks-itself': [
    'note.handInNote',
    'note.replyToNote',
    'content.saveItem',
    'content.writeComment',
    'study.noteMakeUp',
  ],
  /** What is looked for is read by nobody and not kept. */
  'looks-for': ['study.search', 'content.library', 'content.libraryOfAll', 'note.sharedNotes'],
  /** Nothing of it is stored: it comes again when it is saved. */
  'shows-first': [
    'member.previewRotation',
    'branch.checkRoster',
    'branch.exportRosterProblems',
    'notify.previewNotice',
    'study.planSittings',
  ],
  /** The name of a person is no text of theirs, and nobody's to give on. */
  'names-somebody': ['member.bind', 'member.addMember', 'member.changeMember'],
} as const satisfies Readonly<Record<string, readonly Key[]>>;

const notGiven: ReadonlySet<string> = new Set(Object.values(NOT_GIVEN).flat());

interface Refused {
  readonly code: 'words-refused' | 'words-unsure';
  readonly detail?: { readonly label: number };
}

/**
 * Why this is not to be done for what is written in it, or null. What WeChat is not sure of, or cannot say
 * now, stops only what names `words-unsure` among its errors: what colleagues read before an officer does.
 */
export async function refusalOfWords(
  action: Action,
  input: unknown,
  openId: string,
): Promise<Refused | null> {
  if (notGiven.has(`${action.fn}.${action.name}`)) return null;
  const words = wordsIn(action.input, input);
  if (words.length === 0) return null;
  const verdict = await checkAllWords(openId, words);
  if (verdict.kind === 'refused')
    return { code: 'words-refused', detail: { label: verdict.label } };
  const isUnsure = verdict.kind === 'to-look-at' && action.errors.includes('words-unsure');
  return isUnsure ? { code: 'words-unsure' } : null;
}

/** As far as valibot's schemas are gone through here. */
interface Shape {
  readonly type?: unknown;
  readonly operation?: unknown;
  readonly pipe?: readonly Shape[];
  readonly entries?: Readonly<Record<string, Shape>>;
  readonly item?: Shape;
  readonly wrapped?: Shape;
  readonly options?: readonly Shape[];
}

/** Each once. */
export const wordsIn = (schema: Action['input'], input: unknown): readonly string[] => [
  ...new Set(within(schema, input)),
];

function within(shape: Shape, value: unknown): readonly string[] {
  if (shape.wrapped !== undefined) return within(shape.wrapped, value);
  if (typeof value === 'string' && isWords(shape)) return [value];
  if (Array.isArray(value)) {
    const { item } = shape;
    return item === undefined ? [] : value.flatMap((each) => within(item, each));
  }
  if (shape.type === 'variant' || shape.type === 'union') {
    // Which of them it is matters little: a field that is words in one is given.
    return (shape.options ?? []).flatMap((option) => within(option, value));
  }
  if (typeof value !== 'object' || value === null) return [];
  const fields = value as Readonly<Record<string, unknown>>;
  return Object.entries(shape.entries ?? {}).flatMap(([name, field]) =>
    within(field, fields[name]),
  );
}

/** `Words`, and what is made of them, are the strings that are cleaned. */
const isWords = (shape: Shape): boolean =>
  shape.operation === cleanWords ||
  (shape.pipe ?? []).some((part) => part !== shape && isWords(part));
