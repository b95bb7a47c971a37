import { anOrganisation } from '../builders/organisation';
import { plant } from '../builders/stored';
import { startTestCloud, type TestCloud } from './test-cloud';

/** A cloud with the function `branch` for the tests of a file, with the organisation and nothing else before each. */
export function useBranchCloud(...others: readonly string[]) {
  let started: TestCloud | undefined;
  const cloud = (): TestCloud => {
    if (started === undefined) throw new Error('the cloud starts with the first test');
    return started;
  };
  beforeAll(async () => {
    started = await startTestCloud({ functions: ['branch', ...others] });
  });
  const seed = () => plant(cloud(), anOrganisation());
  beforeEach(async () => {
    await cloud().reset();
    await seed();
  });
  afterAll(() => started?.stop());
  return {
    get cloud() {
      return cloud();
    },
    seed,
    nowMs: () => cloud().clock.nowMs(),
  };
}
