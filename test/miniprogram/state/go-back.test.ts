import { goBack } from '../../../miniprogram/state/go-back';

describe('what is done with a form', () => {
  it.each([
    ['goes back to the page from which it was opened', 2, ['back']],
    ['goes to its tab when a link had opened it', 1, ['/pages/branch/branch']],
  ])('%s', async (_, count, expected) => {
    const went: string[] = [];
    const wx = {
      navigateBack: async () => went.push('back'),
      switchTab: async ({ url }: { url: string }) => went.push(url),
    };
    Object.assign(globalThis, { wx, getCurrentPages: () => Array.from({ length: count }) });
    await goBack('branch');
    expect(went).toEqual(expected);
  });
});
