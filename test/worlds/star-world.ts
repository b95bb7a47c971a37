import type { StarMonthDocument } from '../../cloudfunctions/_store/star/star-month-document';
import { phone } from '../client';
import { accountOf } from '../builders/documents';
import { anOrganisation } from '../builders/organisation';
import { plant, stored } from '../builders/stored';
import { startTestCloud, type TestCloud } from './test-cloud';

/**
 * A cloud with the function `star`, and anOrganisation before each test: Wednesday, 2025-03-05, 09:00.
 * The star of February can be begun, and that of March.
 */
export function useStarWorld(...others: readonly string[]) {
  let started: TestCloud | undefined;
  const cloud = (): TestCloud => {
    if (started === undefined) throw new Error('the cloud starts with the first test');
    return started;
  };
  beforeAll(async () => {
    started = await startTestCloud({ functions: ['star', ...others] });
  });
  beforeEach(async () => {
    await cloud().reset();
    await plant(cloud(), anOrganisation());
  });
  afterAll(() => started?.stop());
  return {
    get cloud() {
      return cloud();
    },
    phone: (memberId: string) => phone(cloud(), accountOf(memberId), memberId),
    month: (branchId = 'own', month = '2025-02'): StarMonthDocument =>
      stored(cloud(), 'star_months', `${branchId}_${month}`),
  };
}
