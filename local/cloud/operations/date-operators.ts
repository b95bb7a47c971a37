import { IANAZone } from 'luxon';
import { evalExpr } from 'mingo/core';
import * as dates from 'mingo/operators/expression/date';
import type { Options } from 'mingo/types';
import { isPlainObject } from '../engine/document';
import { invalidParam } from './ejson';

type Operator = (document: never, expression: unknown, options: Options) => unknown;

/**
 * Zones without daylight saving as offsets. mingo does not know UTC, and for a name it goes through
 * the zone of the machine, which is wrong on the days when that one changes its clocks.
 */
const FIXED_ZONES: Readonly<Record<string, string>> = {
  'Asia/Shanghai': '+08:00',
  UTC: '+00:00',
  GMT: '+00:00',
  'Etc/UTC': '+00:00',
};

/** What a clock on the wall of a zone shows at an instant; the others count or read by such a clock. */
const OF_AN_INSTANT = new Set([
  '$dateToString',
  '$dateToParts',
  '$year',
  '$month',
  '$week',
  '$dayOfYear',
  '$dayOfMonth',
  '$dayOfWeek',
  '$isoWeekYear',
  '$isoWeek',
  '$isoDayOfWeek',
  '$hour',
  '$minute',
  '$second',
  '$millisecond',
]);

/** The operator with its zone as an offset: of the instant where there is one, else of fixed zones only. */
function withOffset(name: string, operator: Operator): Operator {
  return (document, expression, options) => {
    if (!isPlainObject(expression) || typeof expression['timezone'] !== 'string') {
      return operator(document, expression, options);
    }
    const zone = expression['timezone'];
    const date: unknown = OF_AN_INSTANT.has(name)
      ? evalExpr(document, expression['date'], options)
      : undefined;
    const timezone = FIXED_ZONES[zone] ?? offsetIn(zone, date) ?? zone;
    if (!/^[+-]\d{2}:?\d{2}$/.test(timezone)) {
      throw invalidParam(`the local cloud does not support the zone ${zone} in ${name}`);
    }
    return operator(document, { ...expression, timezone }, options);
  };
}

/** How far a zone with daylight saving is from UTC at an instant, as `+HH:MM`. */
function offsetIn(zone: string, date: unknown): string | undefined {
  if (!(date instanceof Date) || !IANAZone.isValidZone(zone)) return undefined;
  return IANAZone.create(zone).formatOffset(date.getTime(), 'short');
}

const DAY_MS = 86_400_000;

/** Weeks begin on Sunday; the days before the first Sunday are week 0. mingo counts otherwise. */
function $week(document: never, expression: unknown, options: Options): number | null {
  const value = evalExpr(document, expression, options);
  const instant = isPlainObject(value) ? value['date'] : value;
  if (!(instant instanceof Date)) return null;
  const zone = isPlainObject(value) ? value['timezone'] : undefined;
  const offset = typeof zone === 'string' ? offsetMinutes(zone) : 0;
  const date = new Date(instant.getTime() + offset * 60_000);
  const dayOfYear = Math.floor((date.getTime() - Date.UTC(date.getUTCFullYear(), 0, 1)) / DAY_MS);
  return Math.floor((dayOfYear + 7 - date.getUTCDay()) / 7);
}

function offsetMinutes(zone: string): number {
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return zone.startsWith('-') ? -minutes : minutes;
}

/** mingo's operators on dates, mended. */
export const DATE_OPERATORS: Readonly<Record<string, Operator>> = Object.fromEntries(
  Object.entries({ ...dates, $week } as unknown as Record<string, Operator>).map(
    ([name, operator]) => [name, withOffset(name, operator)],
  ),
);
