import { keptYears } from '../../../contract/people/kept-years';
import { fetchAndRemember, remembered } from '../../api/remembered';
import { yearsOf, type KnownYears } from './kept.view';

/** For how long the organisation keeps things now; without a network as it was read last. */
export async function readYears(): Promise<KnownYears> {
  const result = await fetchAndRemember(keptYears, {});
  const known = result.ok ? result.output : remembered(keptYears, {})?.output;
  return known === undefined ? null : yearsOf(known);
}
