import { runInThisContext } from 'node:vm';
import { compileTemplates, prepareWxml } from '../../../../local/preview/bundle/compile-wxml';
import { compileWxs, WXS_RUNTIME } from '../../../../local/preview/bundle/compile-wxs';
import { aPackage } from './package-on-disk';

/** Runs compiled templates as the browser does. */
function evaluate(code: string): Record<string, unknown> {
  return runInThisContext(`(${code})`) as Record<string, unknown>;
}

describe('tags', () => {
  test('built-in elements get their names in the browser, components keep theirs', () => {
    expect(prepareWxml('<view><text>a</text><t-view/><image src="a"/></view>')).toBe(
      '<wx-view><wx-text>a</wx-text><t-view/><wx-image src="a"/></wx-view>',
    );
  });

  test('blocks, slots, templates and imports are no elements', () => {
    const wxml = '<import src="a"/><block><slot/><template is="x"/></block>';
    expect(prepareWxml(wxml)).toBe(wxml);
  });
});

describe('templates', () => {
  test('every page is compiled with what it refers to', () => {
    const { appDir } = aPackage({
      'pages/a/a.wxml':
        '<wxs module="m" src="./m.wxs"/><import src="../parts/row"/><include src="./foot.wxml"/>' +
        '<template is="row" data="{{m: m.twice(2)}}"/>',
      'pages/a/m.wxs': "var n = require('./n.wxs'); module.exports = { twice: n.twice };",
      'pages/a/n.wxs': 'module.exports = { twice: function (x) { return 2 * x; } };',
      'pages/parts/row.wxml': '<template name="row"><view>{{m}}</view></template>',
      'pages/a/foot.wxml': '<text>foot</text>',
    });
    const { code, warnings, files } = compileTemplates(appDir, ['pages/a/a']);
    expect(warnings).toEqual([]);
    expect(files.sort()).toEqual([
      'pages/a/a.wxml',
      'pages/a/foot.wxml',
      'pages/a/m.wxs',
      'pages/a/n.wxs',
      'pages/parts/row.wxml',
    ]);
    expect(Object.keys(evaluate(code))).toContain('pages/a/a');
  });

  test('a mistake is reported with file and line', () => {
    const { appDir } = aPackage({ 'pages/a/a.wxml': '<view>\n  <text>{{a +}}</text>\n</view>' });
    const { warnings } = compileTemplates(appDir, ['pages/a/a']);
    expect(warnings[0]).toMatch(/^pages\/a\/a\.wxml:2: /);
  });

  test('a reference that leads nowhere is reported', () => {
    const { appDir } = aPackage({ 'pages/a/a.wxml': '<include src="./none.wxml"/>' });
    expect(compileTemplates(appDir, ['pages/a/a']).warnings).toContain(
      'pages/a/none.wxml is referred to and missing',
    );
  });
});

describe('WXS', () => {
  test('the constructor of a value is the name of its type', () => {
    const compiled = compileWxs("var kind = list[0].constructor === 'Array' && a.b.constructor;");
    expect(compiled).toBe("var kind = wxsTypeName(list[0]) === 'Array' && wxsTypeName(a.b);");
  });

  test.each([
    ['[]', 'Array'],
    ["''", 'String'],
    ['1', 'Number'],
    ['{}', 'Object'],
    ['getDate(0)', 'Date'],
    ["getRegExp('a')", 'RegExp'],
    ['null', undefined],
  ])('the type of %s is %s', (value, expected) => {
    const code = `(() => { var Q = {};${WXS_RUNTIME}return wxsTypeName(${value}); })()`;
    expect(runInThisContext(code)).toBe(expected);
  });

  test('words in strings and comments are left alone', () => {
    const source = "var a = 'the constructor'; // x.constructor";
    expect(compileWxs(source)).toBe(source);
  });

  test('required scripts go by their name without suffix', () => {
    expect(compileWxs("require('./a.wxs')")).toBe("require('./a')");
  });
});
