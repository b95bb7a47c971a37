import { TEMPLATE_FIELDS, type Template, type TemplateField } from '../_kit/templates';
import { instantText, noticeText } from './notice.text';

/** What a message says, before it is known what its template can hold. */
export interface Words {
  readonly title: string;
  readonly atMs: number;
  readonly note: string;
}

/** The values of a template by field key, each as WeChat's rules for its type allow. */
export function templateValues({ fields }: Template, words: Words): Record<string, string> {
  return Object.fromEntries(
    TEMPLATE_FIELDS.map((field) => [fields[field], valueOf(fields[field], field, words)]),
  );
}

type Fit = (text: string) => string;

/** By type; lengths in code points. Source: docs/rules.md#R-57 */
const TEXT_FITS: Readonly<Record<string, Fit>> = {
  thing: (text) => cut(text, 20),
  name: (text) => cut(text, 10),
  phrase: (text) => cut(text.replace(/\P{Script=Han}/gu, ''), 5),
  character_string: (text) => cut(text.replace(/[^\u0021-\u007e]/gu, ''), 32),
};

function valueOf(key: string, field: TemplateField, words: Words): string {
  const type = key.replace(/\d+$/u, '');
  if (type === 'time' || type === 'date') return instantText(words.atMs);
  const fit = TEXT_FITS[type];
  if (fit === undefined) throw new Error(`no value of ours fits the template field "${key}"`);
  const text = field === 'time' ? instantText(words.atMs) : words[field];
  const fitted = fit(text.replace(/[\p{Cc}\s]+/gu, ' ').trim());
  return fitted === '' ? fit(noticeText.nothing) : fitted;
}

/** At most `most` code points; what was cut is told by three dots. */
function cut(text: string, most: number): string {
  const points = Array.from(text);
  return points.length <= most ? text : `${points.slice(0, most - 1).join('')}…`;
}
