import type { Me } from '../../../../contract/people/hello';
import { holdsOneOf } from '../../../../contract/roles';
import { ASSESSING } from '../../../../contract/star/assessment';

export interface Door {
  readonly page: string;
  readonly text: string;
  readonly note: string;
}

/** Ways from a month to its assessment: one's own sheet, and those of others, where the functions let one in. */
export function assessmentDoors(me: Me | null | undefined, query: string): readonly Door[] {
  const own: Door = {
    page: '/packages/star/sheet/sheet',
    text: '我的考核表',
    note: '每一项有依据，扣分有原因，能申诉',
  };
  const office: Door = {
    page: `/packages/star-office/sheets/sheets${query}`,
    text: '考核',
    note: '评分、答复申诉、标配清单、年度评议',
  };
  return holdsOneOf(me?.roles ?? [], ASSESSING) ? [own, office] : [own];
}
