import { cutWords } from '../_kit/cut-words';
import { TEMPLATE_FIELDS, type Template, type TemplateField } from '../_kit/templates';
import { fieldText } from '../_kit/when.text';
import { noticeText } from './notice.text';

/** What a message says, before it is known what its template can hold. */
export interface Words {
  readonly title: string;
  /** What follows the title and stays whole where it is cut, as a count or a verb. */
  readonly titleEnd?: string;
  readonly atMs: number;
  readonly note: string;
}

/** The values of a template by field key, each as WeChat's rules for its type allow. */
export function templateValues({ fields }: Template, words: Words): Record<string, string> {
  return Object.fromEntries(
    TEMPLATE_FIELDS.map((field) => [fields[field], valueOf(fields[field], field, words)]),
  );
}

type Fit = (text: string, end?: string) => string;

/** By type; lengths in code points. Source: docs/rules.md#R-57 */
const TEXT_FITS: Readonly<Record<string, Fit>> = {
  thing: (text, end) => cutWords(text, 20, { end }),
  name: (text, end) => cutWords(text, 10, { mark: '', end }),
  phrase: (text, end = '') => cutWords(onlyHan(text), 5, { mark: '', end: onlyHan(end) }),
  character_string: (text, end = '') =>
    cutWords(onlyAscii(text), 32, { mark: '', end: onlyAscii(end) }),
};

function valueOf(key: string, field: TemplateField, words: Words): string {
  const type = key.replace(/\d+$/u, '');
  if (type === 'time' || type === 'date') return fieldText(words.atMs);
  const fit = TEXT_FITS[type];
  if (fit === undefined) throw new Error(`no value of ours fits the template field "${key}"`);
  const text = field === 'time' ? fieldText(words.atMs) : words[field];
  const end = field === 'title' ? words.titleEnd : undefined;
  const fitted = fit(text.replace(/[\p{Cc}\s]+/gu, ' ').trim(), end);
  return fitted === '' ? fit(noticeText.nothing) : fitted;
}

const onlyHan = (text: string): string => text.replace(/\P{Script=Han}/gu, '');
const onlyAscii = (text: string): string => text.replace(/[^\u0021-\u007e]/gu, '');
