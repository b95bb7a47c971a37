// Reads a whole data folder and checks it, in a process of its own: lmdb maps the file into memory,
// so a truncated file kills whoever reads it, by a signal that cannot be caught.
// Usage: node probe-data-folder.mjs FOLDER complete|unfinished, where unfinished means that the
// first start was cut short and there may be nothing yet.
// Exit code 0: sound; else what is wrong is printed.
import { crc32 } from 'node:zlib';
import { open } from 'lmdb';
import { unpack } from 'msgpackr';

const [path, stage] = process.argv.slice(2);
const database = open({
  path,
  readOnly: true,
  encoding: 'binary',
  keyEncoding: 'ordered-binary',
  overlappingSync: false,
});

let records = 0;
let documents = 0;
let state;
for (const { key, value } of database.getRange()) {
  records += 1;
  if (value.length < 4 || crc32(value.subarray(4)) !== value.readUInt32LE(0)) {
    fail(`checksum of ${key}`);
  }
  if (key[0] === 0) state = unpack(value.subarray(4));
  if (key[0] === 2) documents += 1;
}
if (state !== undefined && state.documents !== documents) {
  fail(`${documents} of ${state.documents} documents`);
}
if (state === undefined && (records > 0 || stage === 'complete')) fail('no state record');

function fail(reason) {
  process.stdout.write(reason);
  process.exit(1);
}
