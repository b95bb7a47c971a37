import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { DECLARING } from '../../../tools/build/declaring';

const CONTRACT = join(__dirname, '../../../contract');

/** Names of what a file calls as it is loaded: of `v.pipe(…)` the `v`. */
function calledOnLoading(file: string): readonly string[] {
  const code = readFileSync(join(CONTRACT, file), 'utf8');
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.ESNext, true);
  const names: string[] = [];
  const walk = (node: ts.Node): void => {
    if (ts.isFunctionLike(node)) return;
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      const [name = ''] = node.expression.getText().split(/\W/u);
      names.push(name);
    }
    ts.forEachChild(node, walk);
  };
  walk(source);
  return names;
}

/** One that is missing keeps all that it declares in the package: with one action all of its file. */
test('the bundler knows every call of the contract that only declares', () => {
  const files = readdirSync(CONTRACT, { recursive: true, encoding: 'utf8' });
  const called = files.filter((file) => file.endsWith('.ts')).flatMap(calledOnLoading);
  expect([...new Set(called)].sort()).toEqual([...DECLARING].sort());
});
