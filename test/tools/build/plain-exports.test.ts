import { plainExports } from '../../../tools/build/plain-exports';

const getter = (name: string, binding: string) => `Object.defineProperty(exports, "${name}", {
  enumerable: true,
  get: function () {
    return ${binding};
  }
});`;

it('constants and functions are handed out as they are', () => {
  const code = `const one = 1;
function two() {}
async function three() {}
${getter('a', 'one')}
${getter('b', 'two')}
${getter('c', 'three')}`;
  expect(plainExports(code)).toBe(`const one = 1;
function two() {}
async function three() {}
exports.a = one;
exports.b = two;
exports.c = three;`);
});

it('what may change later stays behind a getter', () => {
  const code = `let count = 0;
var Kind = class {};
function inner() {
	const hidden = 1;
}
${getter('a', 'count')}
${getter('b', 'Kind')}
${getter('c', 'hidden')}`;
  expect(plainExports(code)).toBe(code);
});
