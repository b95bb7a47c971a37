import { goBack, goOnTo } from '../../../miniprogram/state/go-back';

const page = {};
const went: string[] = [];

beforeEach(() => {
  went.length = 0;
  const goes = async ({ url }: { url: string }) => went.push(url);
  const wx = { navigateBack: async () => went.push('back'), switchTab: goes, redirectTo: goes };
  Object.assign(globalThis, { wx });
});

const open = (...pages: readonly object[]) =>
  Object.assign(globalThis, { getCurrentPages: () => pages });

describe('what is done with a form', () => {
  it.each([
    ['goes back to the page from which it was opened', [{}, page], ['back']],
    ['goes to its tab when a link had opened it', [page], ['/pages/branch/branch']],
    ['goes nowhere when the person has gone back meanwhile', [{}, {}], []],
    ['goes nowhere from a page that was opened over it', [{}, page, {}], []],
  ])('%s', async (_, pages, expected) => {
    open(...pages);
    await goBack(page, 'branch');
    expect(went).toEqual(expected);
  });
});

describe('what comes in the place of a form', () => {
  it.each([
    ['comes where the form is still open', [{}, page], ['/packages/a/a']],
    ['does not come over the page to which the person has gone back', [{}], []],
  ])('%s', async (_, pages, expected) => {
    open(...pages);
    await goOnTo(page, '/packages/a/a');
    expect(went).toEqual(expected);
  });
});
