import postcss from 'postcss';
import {
  createWxssCompiler,
  phoneUnits,
  type StyleKind,
  transformWxss,
} from '../../../../local/preview/bundle/compile-wxss';
import { aPackage } from './package-on-disk';

function transform(wxss: string, kind: StyleKind = 'component') {
  const warnings: string[] = [];
  const root = transformWxss(postcss.parse(wxss), { file: 'parts/card/card.wxss', kind, warnings });
  return { css: root.toString(), warnings };
}

describe('units', () => {
  test.each([
    ['750rpx', '100vw'],
    ['-15rpx 7.5rpx', '-2vw 1vw'],
    ['calc(100% - 32rpx)', 'calc(100% - 4.26667vw)'],
    ['100vh', 'calc(var(--wx-vh) * 100)'],
    ['calc(100vh - 10px)', 'calc(calc(var(--wx-vh) * 100) - 10px)'],
    ['env(safe-area-inset-bottom)', 'var(--wx-safe-bottom, 0px)'],
    ['constant(safe-area-inset-top)', 'var(--wx-safe-top, 0px)'],
    ['16px', '16px'],
  ])('%s is %s on the phone page', (given, expected) => {
    expect(phoneUnits(given)).toBe(expected);
  });
});

describe('selectors', () => {
  test('classes of a component carry the mark of their scope', () => {
    expect(transform('.card .card__title.on{color:red}').css).toBe(
      '.__S__card .__S__card__title.__S__on{color:red}',
    );
  });

  test('classes of a page and of the app stay plain', () => {
    expect(transform('.card{color:red}', 'page').css).toBe('.card{color:red}');
    expect(transform('.card{color:red}', 'app').css).toBe('.card{color:red}');
  });

  test('built-in tags and the page get their names in the browser', () => {
    expect(transform('page view > .a, text{color:red}', 'app').css).toBe(
      'wx-page-root wx-view > .a, wx-text{color:red}',
    );
  });

  test('tags that are not built in stay', () => {
    expect(transform('t-button{color:red}').css).toBe('t-button{color:red}');
  });

  test(':host means the element around the component', () => {
    expect(transform(':host{display:block}').css).toBe(
      '[wx-host="parts/card/card"]{display:block}',
    );
  });

  test('a tag selector outside of components is warned of, because it reaches into them', () => {
    expect(transform('view{color:red}', 'page').warnings).toEqual([
      'parts/card/card.wxss: selector "view" also reaches into components here',
    ]);
    expect(transform('page{color:red}', 'page').warnings).toEqual([]);
  });

  test('steps of an animation are no selectors', () => {
    expect(transform('@keyframes turn{from{top:0}to{top:750rpx}}').css).toBe(
      '@keyframes turn{from{top:0}to{top:100vw}}',
    );
  });
});

describe('dark and light', () => {
  test('a rule for the dark theme asks for the theme of the phone, at the same weight', () => {
    const { css, warnings } = transform(
      '.a{color:#000}@media (prefers-color-scheme: dark){.a,.b{color:#fff}}.c{color:red}',
      'page',
    );
    expect(css.replace(/\s+/g, ' ')).toBe(
      '.a{color:#000} :where([data-theme="dark"]) .a,:where([data-theme="dark"]) .b{color:#fff} .c{color:red}'.replace(
        /} /g,
        '}',
      ),
    );
    expect(warnings).toEqual([]);
  });

  test('other conditions of the query stay', () => {
    expect(
      transform('@media (prefers-color-scheme:light) and (min-width: 400px){.a{top:0}}', 'page')
        .css,
    ).toBe('@media (min-width: 400px){:where([data-theme="light"]) .a{top:0}}');
  });

  test('a query that cannot be moved is warned of and stays', () => {
    const wxss = '@media not (prefers-color-scheme: dark){.a{top:0}}';
    const { css, warnings } = transform(wxss, 'page');
    expect(css).toBe(wxss);
    expect(warnings).toEqual([
      'parts/card/card.wxss: "@media not (prefers-color-scheme: dark)" follows the browser, not the phone',
    ]);
  });
});

test('a font from the network is left out and warned of, a packed one stays', () => {
  const remote = transform('@font-face{font-family:t;src:url(https://cdn.example/t.woff)}');
  expect(remote.css).toBe('');
  expect(remote.warnings).toEqual(['parts/card/card.wxss: a font is loaded from the network']);
  expect(transform('@font-face{font-family:t;src:url(data:font/woff;base64,AA)}').css).not.toBe('');
});

describe('files', () => {
  test('imports are put in place, relative and absolute, and circles end', () => {
    const { appDir } = aPackage({
      'app.wxss': "@import './styles/a.wxss';\n.app{top:0}",
      'styles/a.wxss': "@import '/styles/b.wxss';\n.a{top:0}",
      'styles/b.wxss': "@import './a.wxss';\n.b{top:0}",
    });
    const { css, warnings } = createWxssCompiler(appDir).compile('app.wxss', 'app');
    expect(css.match(/\.\w+/g)).toEqual(['.b', '.a', '.app']);
    expect(warnings).toEqual([]);
  });

  test('an import that leads nowhere is warned of', () => {
    const { appDir } = aPackage({ 'app.wxss': "@import './none.wxss';" });
    expect(createWxssCompiler(appDir).compile('app.wxss', 'app').warnings).toEqual([
      'app.wxss: none.wxss is missing',
    ]);
  });

  test('a changed import is seen, an unchanged file is not compiled again', () => {
    const { appDir, write } = aPackage({
      'app.wxss': "@import './a.wxss';",
      'a.wxss': '.a{top:0}',
    });
    const compiler = createWxssCompiler(appDir);
    const first = compiler.compile('app.wxss', 'app');
    expect(compiler.compile('app.wxss', 'app')).toBe(first);
    write({ 'a.wxss': '.a{top:1px}' });
    expect(compiler.compile('app.wxss', 'app').css).toContain('top:1px');
  });
});
