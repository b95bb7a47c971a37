import { excerptOf } from '../../../domain/words/excerpt';

it.each([
  ['a text that fits as it is', '先停下，', '先停下，'],
  ['one that is cut within a word', '先停下来问', '先停下来…'],
  ['one that is cut behind a comma', '先停下，问', '先停下…'],
  ['one that is cut behind several marks', '先停：“问', '先停…'],
  ['one that is cut behind a full stop', '先停了。问', '先停了。…'],
  ['characters, not their halves', '先停了🔥问', '先停了🔥…'],
])('shows %s', (_, read, shown) => {
  expect(excerptOf(read, 4)).toBe(shown);
});
