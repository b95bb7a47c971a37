import { WechatError } from './wechat-error';

/** A subscribe-message template as chosen from WeChat's library; one message per credit. */
export interface MessageTemplate {
  readonly templateId: string;
  readonly title: string;
  /** Field keys: a type and a number, as `thing1`, `time2`. */
  readonly keys: readonly string[];
}

const DAY = /\d{4}(年|-|\/|\.)\d{1,2}(月|-|\/|\.)\d{1,2}日?/u.source;
const CLOCK = /\d{1,2}:\d{2}(:\d{2})?/u.source;
const spanOf = (point: string): RegExp => new RegExp(`^${point}(~${point})?$`, 'u');

/** What WeChat's rules for values say of each type of field; lengths in characters. */
const RULES: Readonly<Record<string, (value: string) => boolean>> = {
  thing: (value) => Array.from(value).length <= 20,
  phrase: (value) => /^\p{Script=Han}{1,5}$/u.test(value),
  name: (value) => /^(\p{Script=Han}{1,10}|[\p{Script=Latin} ·.]{1,20})$/u.test(value),
  number: (value) => /^-?\d+(\.\d+)?$/u.test(value) && value.length <= 32,
  letter: (value) => /^[A-Za-z]{1,32}$/u.test(value),
  symbol: (value) => /^[\p{P}\p{S}]{1,5}$/u.test(value),
  character_string: (value) => /^[\u0021-\u007e ]{1,32}$/u.test(value),
  time: (value) => spanOf(`(${DAY} ?)?${CLOCK}`).test(value),
  date: (value) => spanOf(`${DAY}( ?${CLOCK})?`).test(value),
  amount: (value) => /^\p{Sc}?\d{1,10}(\.\d+)?元?$/u.test(value),
  phone_number: (value) => /^[\d+\- ]{1,17}$/u.test(value),
  car_number: (value) => /^\p{L}[\p{L}\d]{4,7}$/u.test(value),
};

/**
 * The values of a message, checked as WeChat checks them: every field of the template is there,
 * none else, each of its type, without line breaks and control characters.
 * @throws WechatError 47003, naming the field
 */
export function checkValues(template: MessageTemplate, data: unknown): Record<string, string> {
  if (data === null || typeof data !== 'object') throw new WechatError(47003, 'data');
  const given = data as Readonly<Record<string, { value?: unknown } | null>>;
  const values: Record<string, string> = {};
  for (const key of template.keys) {
    const value = given[key]?.value;
    const text = typeof value === 'number' ? String(value) : value;
    if (typeof text !== 'string' || !isValid(key, text)) {
      throw new WechatError(47003, `data.${key}.value`);
    }
    values[key] = text;
  }
  const stranger = Object.keys(given).find((key) => !template.keys.includes(key));
  if (stranger !== undefined) throw new WechatError(47003, `data.${stranger}`);
  return values;
}

function isValid(key: string, value: string): boolean {
  const rule = RULES[key.replace(/\d+$/u, '')];
  if (rule === undefined) throw new Error(`the template field "${key}" is of no known type`);
  return value !== '' && !/\p{Cc}/u.test(value) && rule(value);
}
