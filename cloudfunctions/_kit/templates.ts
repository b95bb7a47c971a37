import * as v from 'valibot';
import { TEMPLATE_KEYS, type TemplateKey } from '../../domain/notice/kind-rules';

/** What a subscribe message of ours says, whatever its template calls the fields. */
export const TEMPLATE_FIELDS = ['title', 'time', 'note'] as const;
export type TemplateField = (typeof TEMPLATE_FIELDS)[number];

/** A field key of WeChat: its type and a number, as `thing1`. */
const FieldKey = v.pipe(v.string(), v.regex(/^[a-z_]+\d+$/u));

const Template = v.strictObject({
  id: v.pipe(v.string(), v.minLength(1)),
  /** As WeChat's console names it. */
  title: v.string(),
  fields: v.strictObject({ title: FieldKey, time: FieldKey, note: FieldKey }),
});
export type Template = v.InferOutput<typeof Template>;

const Templates = v.strictObject({ study: Template, reminder: Template, notice: Template });
type Templates = v.InferOutput<typeof Templates>;

let known: Templates | undefined;

/** Subscribe-message templates of this environment, from its variable TEMPLATES. @throws when it is not usable */
export function templates(): Templates {
  known ??= v.parse(Templates, JSON.parse(process.env['TEMPLATES'] ?? 'null'));
  return known;
}

export function templateKeyOf(templateId: string): TemplateKey | undefined {
  return TEMPLATE_KEYS.find((key) => templates()[key].id === templateId);
}
