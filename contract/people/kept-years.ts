import * as v from 'valibot';
import { CHOSEN_THINGS } from '../../domain/people/retention';
import { defineAction } from '../action';
import { guest } from '../allow';
import { Count, Nothing } from '../fields';
import { growing } from '../growing';

/** For how long the organisation keeps what it may choose, for whoever reads the declaration of privacy. docs/rules.md#R-292 */
export const keptYears = defineAction({
  fn: 'member',
  name: 'keptYears',
  allow: guest(),
  input: Nothing,
  output: v.strictObject({
    years: v.array(v.strictObject({ thing: growing(CHOSEN_THINGS), years: Count })),
  }),
  errors: [],
});

export const keptYearsActions = { keptYears } as const;
