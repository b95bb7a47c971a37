import ts from 'typescript';

/**
 * WXS as the template compiler wants it. In WXS `x.constructor` is the name of a type, so it becomes
 * a call of `wxsTypeName`; the suffix of required files goes, because scripts are kept without it.
 */
export function compileWxs(source: string): string {
  const withoutSuffix = source.replace(
    /require\(\s*(['"])([^'"]+?)\.wxs\1\s*\)/g,
    'require($1$2$1)',
  );
  return withoutSuffix.includes('constructor') ? nameTypes(withoutSuffix) : withoutSuffix;
}

/** Paths that a WXS file requires, as written. */
export function wxsRequires(source: string): readonly string[] {
  return [...source.matchAll(/require\(\s*['"]([^'"]+)['"]\s*\)/g)].map((match) => match[1] ?? '');
}

function nameTypes(source: string): string {
  const file = ts.createSourceFile('script.js', source, ts.ScriptTarget.ES2015, true);
  const edits: { start: number; end: number; inner: string }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node) && node.name.text === 'constructor') {
      edits.push({
        start: node.getStart(file),
        end: node.getEnd(),
        inner: node.expression.getText(file),
      });
      return;
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return edits
    .reverse()
    .reduce(
      (text, { start, end, inner }) =>
        `${text.slice(0, start)}wxsTypeName(${inner})${text.slice(end)}`,
      source,
    );
}

/**
 * Runs before the templates: what WXS offers beyond plain JavaScript, and the two hooks through
 * which property responders and event handlers written in WXS get component descriptors.
 */
export const WXS_RUNTIME = `
Q.A = function (respond) { return globalThis.__wxsPropertyResponder(respond); };
Q.C = function (host, event, handler) { return globalThis.__wxsEventHandler(host, event, handler); };
var getRegExp = function (pattern, flags) { return new RegExp(pattern, flags); };
var getDate = function () {
  return arguments.length ? new (Function.prototype.bind.apply(Date, [null].concat([].slice.call(arguments))))() : new Date();
};
var wxsTypeName = function (value) {
  if (value === null || value === undefined) return undefined;
  return Object.prototype.toString.call(value).slice(8, -1);
};
`;
