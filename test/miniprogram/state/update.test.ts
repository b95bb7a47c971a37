import type * as Updates from '../../../miniprogram/state/update';
import { addToWx, holdFakePhone, type FakePhone } from '../fake-phone';

let phone: FakePhone;
let updates: typeof Updates;
let tellReady: () => void;
const applyUpdate = jest.fn();
const settled = () => new Promise((resolve) => setImmediate(resolve));

beforeEach(() => {
  phone = holdFakePhone();
  applyUpdate.mockReset();
  addToWx({
    getUpdateManager: () => ({
      onUpdateReady: (listener: () => void) => (tellReady = listener),
      applyUpdate,
    }),
  });
  jest.isolateModules(() => {
    updates = jest.requireActual<typeof Updates>('../../../miniprogram/state/update');
  });
  updates.watchUpdates();
});

it('leaves a new version to the next start where this one is still answered', async () => {
  tellReady();
  await settled();
  expect(phone.modals).toEqual([]);
  expect(applyUpdate).not.toHaveBeenCalled();
});

it('starts the new version that is here when this one is too old, after saying so', async () => {
  tellReady();
  updates.offerUpdate();
  await settled();
  expect(phone.modals).toEqual(['换成新版']);
  expect(applyUpdate).toHaveBeenCalledTimes(1);
});

it('says once that a new version is needed, and starts it when it has come', async () => {
  expect(updates.isTooOld()).toBe(false);
  updates.offerUpdate();
  updates.offerUpdate();
  expect(updates.isTooOld()).toBe(true);
  await settled();
  expect(phone.modals).toEqual(['要换新版']);
  tellReady();
  await settled();
  expect(applyUpdate).toHaveBeenCalledTimes(1);
});
