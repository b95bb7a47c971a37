import type * as OpenPage from '../../../miniprogram/state/open-page';
import { addToWx, holdFakePhone, type FakePhone } from '../fake-phone';

let phone: FakePhone;
let pages: typeof OpenPage;
const navigateTo = jest.fn();
const failWith = (why: string) => {
  navigateTo.mockRejectedValue({ errMsg: `navigateTo:fail ${why}` });
};

beforeEach(() => {
  phone = holdFakePhone();
  navigateTo.mockReset().mockResolvedValue({});
  addToWx({
    navigateTo,
  });
  jest.isolateModules(() => {
    pages = jest.requireActual<typeof OpenPage>('../../../miniprogram/state/open-page');
  });
});

describe('a page that a message names', () => {
  it.each(['packages/study/detail/detail?studyId=s', '/packages/study/detail/detail?studyId=s'])(
    'is opened from the root of the app, named as %s',
    async (address) => {
      await pages.openPage(address);
      expect(navigateTo).toHaveBeenCalledWith({ url: '/packages/study/detail/detail?studyId=s' });
      expect(phone.modals).toEqual([]);
    },
  );

  it('and that only a newer version has is told so, and everything else goes on', async () => {
    failWith('page "packages/later/later" is not found');
    await pages.openPage('packages/later/later');
    expect(phone.modals).toEqual(['新内容，升级后查看']);
  });

  it('and that could not be fetched is not said to be newer', async () => {
    failWith('loadSubpackage: network error');
    await pages.openPage('packages/study/detail/detail');
    expect(phone.modals).toEqual(['没有打开']);
  });
});
