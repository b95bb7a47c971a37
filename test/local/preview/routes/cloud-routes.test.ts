import { addCloudRoutes } from '../../../../local/preview/routes/cloud-routes';
import { enter, type Entered } from '../../../enter';
import { startTestCloud, type TestCloud } from '../../../worlds/test-cloud';

let cloud: TestCloud;
let headers: Entered['headers'];
beforeAll(async () => {
  cloud = await startTestCloud({ functions: [] });
  ({ headers } = await enter(cloud.address));
  addCloudRoutes(cloud, async () => []);
});
afterAll(() => cloud.stop());

const moveTo = (nowMs: unknown) =>
  fetch(`${cloud.url}/preview/clock`, { method: 'POST', headers, body: JSON.stringify({ nowMs }) });

test('the clock is moved to an instant of this century', async () => {
  const nowMs = Date.UTC(2026, 2, 11, 2);
  expect((await moveTo(nowMs)).status).toBe(200);
  expect(cloud.clock.nowMs()).toBeGreaterThanOrEqual(nowMs);
});

test.each([Date.UTC(1999, 11, 31, 23), Date.UTC(2100, 0, 1), 8.64e15, -1, 0.5, '5', null])(
  'it is not moved to %j',
  async (nowMs) => {
    const before = cloud.clock.nowMs();
    expect((await moveTo(nowMs)).status).toBe(400);
    expect(cloud.clock.nowMs() - before).toBeLessThan(60_000);
  },
);
