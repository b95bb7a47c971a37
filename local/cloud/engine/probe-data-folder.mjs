// Reads a whole data folder and checks it, in a process of its own: lmdb maps the file into memory,
// so a truncated file kills whoever reads it, by a signal that cannot be caught.
// Usage: node probe-data-folder.mjs FOLDER newest|previous. Exit code 0: sound.
import { crc32 } from 'node:zlib';
import { open } from 'lmdb';
import { unpack } from 'msgpackr';

const [path, snapshot] = process.argv.slice(2);
const database = open({
  path,
  readOnly: true,
  encoding: 'binary',
  keyEncoding: 'ordered-binary',
  usePreviousSnapshot: snapshot === 'previous',
});

let documents = 0;
let state;
for (const { key, value } of database.getRange()) {
  if (crc32(value.subarray(4)) !== value.readUInt32LE(0)) fail(`checksum of ${key}`);
  if (key[0] === 0) state = unpack(value.subarray(4));
  if (key[0] === 2) documents += 1;
}
if (state === undefined) fail('no state record: not a data folder of the local cloud');
if (state.documents !== documents) fail(`${documents} of ${state.documents} documents`);

function fail(reason) {
  process.stdout.write(reason);
  process.exit(1);
}
