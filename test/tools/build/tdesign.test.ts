import { addressesIn } from '../../tools/build/faults';
import { pickTdesign } from '../../tools/build/tdesign';

const POPUP = 'tdesign-miniprogram/popup/popup';

describe('the files of TDesign that are packed', () => {
  it('are those of the named components and of what they use, nothing else', async () => {
    const { files } = await pickTdesign([POPUP], [], '');
    const folders = new Set([...files.keys()].map((file) => file.split('/')[0]));
    expect([...folders].sort()).toEqual(
      ['common', 'icon', 'miniprogram_npm', 'mixins', 'overlay', 'popup', 'transition'].filter(
        (folder) => folders.has(folder),
      ),
    );
    for (const file of [
      'popup/popup.js',
      'popup/popup.wxml',
      'overlay/overlay.js',
      'icon/icon.json',
    ]) {
      expect(files.has(file)).toBe(true);
    }
    expect(files.has('button/button.js')).toBe(false);
  });

  it('load nothing from a network: the icon font is replaced', async () => {
    const { files } = await pickTdesign([POPUP], [], '');
    const text = [...files.values()].join('\n');
    expect(text).not.toContain('@font-face');
    expect(addressesIn(text)).toEqual([]);
  });

  it('have the icons that they or our own pages name, and no others', async () => {
    const { files } = await pickTdesign([POPUP], [], 'icon="calendar"');
    const style = files.get('icon/icon.wxss') ?? '';
    expect(style).toContain('.t-icon-close:before');
    expect(style).toContain('.t-icon-calendar:before');
    expect(style).not.toContain('.t-icon-zoom-in:before');
    expect(style.length).toBeLessThan(20_000);
  });

  it('are none when no component is used', async () => {
    const { files } = await pickTdesign([], [], '');
    expect(files.size).toBe(0);
  });

  it('include every script that a component loads, for counting', async () => {
    const { files, scriptsOf } = await pickTdesign([POPUP], [], '');
    const scripts = await scriptsOf(POPUP);
    expect(scripts).toContain('popup/popup.js');
    expect(scripts.filter((script) => !files.has(script))).toEqual([]);
  });
});
