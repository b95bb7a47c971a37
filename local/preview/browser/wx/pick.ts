import weui from 'weui.js';
import { textOf } from '../attribute-values';
import { afterClick } from './dialogs';

type Attributes = Readonly<Record<string, unknown>>;

let opened = 0;

/**
 * The native picker of `<picker>`. Resolves with the value in the form of the mode, or undefined
 * when it was cancelled. @throws for a mode that the preview cannot show
 */
export async function askForPick(
  attributes: Attributes,
  onColumn: (column: number, value: number) => void,
): Promise<number | number[] | string | undefined> {
  await afterClick();
  switch (attributes['mode']) {
    case 'selector':
      return pickOne(attributes);
    case 'multiSelector':
      return pickSeveral(attributes, onColumn);
    case 'date':
      return pickDate(attributes);
    case 'time':
      return pickTime(attributes);
    default:
      throw new Error(`<picker mode="${String(attributes['mode'])}"> is not supported`);
  }
}

/** Indices of the chosen items, or undefined. */
function choose(
  columns: string[][],
  defaultValue: number[],
  title: unknown,
): Promise<number[] | undefined> {
  opened += 1;
  return new Promise((resolve) => {
    let chosen: number[] | undefined;
    weui.picker(...columns.map((labels) => labels.map((label, value) => ({ label, value }))), {
      // Without an id of its own it would remember what was chosen in another picker.
      id: `pick-${opened}`,
      title: typeof title === 'string' ? title : '',
      defaultValue,
      onConfirm: (items) => {
        chosen = items.map(({ value }) => value);
      },
      onClose: () => setTimeout(() => resolve(chosen)),
    });
  });
}

function labelsOf(range: unknown, key: unknown): string[] {
  return (range as unknown[]).map((item) =>
    typeof key === 'string' && key !== ''
      ? String((item as Record<string, unknown>)[key])
      : String(item),
  );
}

async function pickOne({ range, rangeKey, value, headerText }: Attributes) {
  const chosen = await choose([labelsOf(range, rangeKey)], [Number(value ?? 0)], headerText);
  return chosen?.[0];
}

async function pickSeveral(
  { range, rangeKey, value, headerText }: Attributes,
  onColumn: (column: number, value: number) => void,
) {
  const columns = (range as unknown[][]).map((column) => labelsOf(column, rangeKey));
  const before = (value as number[] | undefined) ?? columns.map(() => 0);
  const chosen = await choose(columns, before, headerText);
  chosen?.forEach((index, column) => {
    if (index !== before[column]) onColumn(column, index);
  });
  return chosen;
}

const DATE_DEPTH: Readonly<Record<string, number>> = { year: 1, month: 2, day: 3 };

function pickDate({ value, start, end, fields }: Attributes): Promise<string | undefined> {
  opened += 1;
  const depth = DATE_DEPTH[String(fields)] ?? 3;
  const parts = textOf(value).split('-').map(Number);
  const given = parts.length >= depth ? { defaultValue: parts.slice(0, depth) } : {};
  return new Promise((resolve) => {
    let chosen: string | undefined;
    weui.datePicker({
      id: `pick-${opened}`,
      start: String(start) || '1990-01-01',
      end: String(end) || '2040-12-31',
      depth,
      ...given,
      onConfirm: (items) => {
        chosen = items.map((item) => twoDigits(item.value)).join('-');
      },
      onClose: () => setTimeout(() => resolve(chosen)),
    });
  });
}

async function pickTime({ value, start, end, headerText }: Attributes) {
  const hours = Array.from({ length: 24 }, (_, hour) => twoDigits(hour));
  const minutes = Array.from({ length: 60 }, (_, minute) => twoDigits(minute));
  const before = (textOf(value) || '00:00').split(':').map(Number);
  const chosen = await choose([hours, minutes], before, headerText);
  if (chosen === undefined) return undefined;
  const time = chosen.map(twoDigits).join(':');
  if (String(start) !== '' && time < String(start)) return String(start);
  return String(end) !== '' && time > String(end) ? String(end) : time;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
