import { startTestCloud, type TestCloud, type TestCloudOptions } from './test-cloud';
import { accountOf } from '../builders/documents';
import { anOrganisation } from '../builders/organisation';
import { plant } from '../builders/stored';
import { phone, type Phone } from '../client';

export interface MemberCloud {
  readonly cloud: TestCloud;
  /** The phone of a member of anOrganisation. */
  of(memberId: string): Phone;
  /** The phone of an account that is bound to nobody. */
  guest(name?: string): Phone;
}

/** Functions with anOrganisation, fresh before each test. */
export function useMemberCloud(
  functions: readonly string[] = ['member'],
  options: Pick<TestCloudOptions, 'templates'> = {},
): MemberCloud {
  let cloud: TestCloud;
  beforeAll(async () => {
    cloud = await startTestCloud({ functions, ...options });
  });
  beforeEach(async () => {
    await cloud.reset();
    await plant(cloud, anOrganisation());
  });
  afterAll(() => cloud.stop());
  return {
    get cloud() {
      return cloud;
    },
    of: (memberId) => phone(cloud, accountOf(memberId), memberId),
    guest: (name = 'guest') => phone(cloud, name),
  };
}
