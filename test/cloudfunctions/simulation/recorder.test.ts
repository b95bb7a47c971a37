import { LOCAL_TEMPLATES } from '../../../local/world/templates';
import { aDelivery, aGroup } from '../../builders/deliveries';
import { accountOf, aMember, aRotation } from '../../builders/documents';
import { plant, plantOnly } from '../../builders/stored';
import { startTestCloud, TEST_START_MS, type TestCloud } from '../../worlds/test-cloud';
import { NOTICE } from './actor';
import { Recorder } from './recorder';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud({ functions: [], templates: LOCAL_TEMPLATES });
});
beforeEach(() => cloud.reset());
afterAll(() => cloud.stop());

// What they had in sight was promised to something else, which comes in the same message.
test('what a run writes and sends at once is known by its title, also to whom no credit was kept for it', async () => {
  await plantOnly(cloud, { members: [aMember('ann')], rotations: [aRotation()] });
  const recorder = new Recorder(cloud);
  recorder.holders.set(accountOf('ann'), 'ann');
  cloud.wechat.messages.grant(accountOf('ann'), NOTICE);
  const group = aGroup([], {
    inboxOnly: [{ memberId: 'ann', because: 'no-credit' }],
    state: 'sending',
    sentAtMs: TEST_START_MS,
  });
  const written = aDelivery('m-1', ['ann'], { title: 'before the shift', groups: [group] });
  await recorder.running(async () => {
    await plant(cloud, { deliveries: [written] });
    await cloud.wechat.messages.send({
      touser: accountOf('ann'),
      template_id: NOTICE,
      data: {
        thing1: { value: 'before the shift等2条' },
        time2: { value: '2025-03-05 09:00' },
        thing3: { value: 'open' },
      },
    });
  });
  expect(recorder.log().sends).toMatchObject([{ memberId: 'ann', told: ['m-1_1'] }]);
});
