import { functionsFolder } from '../functions-folder';
import { startTestCloud, type TestCloud } from '../../../worlds/test-cloud';

/** Runs `app.<method>(argument)` of the real SDK inside a function; bytes travel as base64. */
const BODY = `
  const app = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV });
  const { method, argument } = event;
  if (argument.fileContent) argument.fileContent = Buffer.from(argument.fileContent, 'base64');
  try {
    const result = await app[method](argument);
    if (result.fileContent) result.fileContent = result.fileContent.toString('base64');
    return result;
  } catch (error) {
    return { code: error.code, message: error.message };
  }`;

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud({ ...functionsFolder({ sdk: { body: BODY } }), schema: [] });
});
beforeEach(() => cloud.reset());
afterAll(() => cloud.stop());

type Result = Record<string, unknown> & { fileList: Record<string, unknown>[] };

async function sdk(method: string, argument: object): Promise<Result> {
  return (await cloud.call('sdk', { method, argument }, { openId: 'o-ann' })) as Result;
}

async function upload(cloudPath: string, text: string): Promise<string> {
  const fileContent = Buffer.from(text).toString('base64');
  return String((await sdk('uploadFile', { cloudPath, fileContent }))['fileID']);
}

async function textOf(fileID: string): Promise<string> {
  const { fileContent } = await sdk('downloadFile', { fileID });
  return Buffer.from(String(fileContent), 'base64').toString();
}

describe('files through the SDK', () => {
  it('are uploaded and downloaded byte for byte, under any name', async () => {
    for (const cloudPath of ['notes/a.txt', '学习/心得 笔记.txt', 'odd/100% & more.bin']) {
      const bytes = `content of ${cloudPath} \u0000 学`;
      const fileID = await upload(cloudPath, bytes);
      expect(fileID).toBe(cloud.files.fileIdOf(cloudPath));
      await expect(textOf(fileID)).resolves.toBe(bytes);
    }
  });

  it('are replaced by a second upload to the same path', async () => {
    await upload('notes/a.txt', 'first');
    await expect(textOf(await upload('notes/a.txt', 'second'))).resolves.toBe('second');
  });

  it('larger than a network packet arrive whole', async () => {
    const bytes = 'x'.repeat(3 * 1024 * 1024);
    const fileID = await upload('notes/large.txt', bytes);
    expect(cloud.files.read(fileID)?.toString()).toBe(bytes);
  });

  it('have links with the type of their name', async () => {
    const fileID = await upload('pictures/a.png', 'not really a picture');
    const { fileList } = await sdk('getTempFileURL', { fileList: [fileID] });
    expect(fileList).toEqual([
      {
        code: 'SUCCESS',
        fileID,
        tempFileURL: expect.stringMatching(/^http:.*\/pictures\/a\.png\?/u),
      },
    ]);
    const response = await fetch(String(fileList[0]?.['tempFileURL']));
    expect(response.headers.get('content-type')).toBe('image/png');
    await expect(response.text()).resolves.toBe('not really a picture');
  });

  it('that do not exist have no link and cannot be downloaded', async () => {
    const fileID = cloud.files.fileIdOf('nothing.txt');
    const { fileList } = await sdk('getTempFileURL', { fileList: [fileID, 'cloud://other/x.txt'] });
    expect(fileList.map(({ code }) => code)).toEqual([
      'STORAGE_FILE_NONEXIST',
      'STORAGE_FILE_NONEXIST',
    ]);
    await expect(sdk('downloadFile', { fileID })).resolves.toMatchObject({
      code: 'STORAGE_FILE_NONEXIST',
    });
  });

  it('are deleted once', async () => {
    const fileID = await upload('notes/a.txt', 'text');
    const first = await sdk('deleteFile', { fileList: [fileID] });
    const second = await sdk('deleteFile', { fileList: [fileID] });
    expect(first.fileList).toEqual([{ fileID, code: 'SUCCESS' }]);
    expect(second.fileList).toEqual([{ fileID, code: 'STORAGE_FILE_NONEXIST' }]);
  });

  it('are copied, moved, and not overwritten when that is not wanted', async () => {
    await upload('in/a.txt', 'text');
    await upload('kept/a.txt', 'older');
    const { fileList } = await sdk('copyFile', {
      fileList: [
        { srcPath: 'in/a.txt', dstPath: 'copy/a.txt' },
        { srcPath: 'in/a.txt', dstPath: 'kept/a.txt', overwrite: false },
        { srcPath: 'in/a.txt', dstPath: 'moved/a.txt', removeOriginal: true },
      ],
    });
    expect(fileList.map(({ code }) => code)).toEqual([
      'SUCCESS',
      'STORAGE_REQUEST_FAIL',
      'SUCCESS',
    ]);
    await expect(textOf(cloud.files.fileIdOf('copy/a.txt'))).resolves.toBe('text');
    await expect(textOf(cloud.files.fileIdOf('kept/a.txt'))).resolves.toBe('older');
    await expect(textOf(cloud.files.fileIdOf('moved/a.txt'))).resolves.toBe('text');
    expect(cloud.files.read(cloud.files.fileIdOf('in/a.txt'))).toBeUndefined();
  });

  it.each([
    '../outside.txt',
    'a/../../outside.txt',
    '/rooted.txt',
    'a//b.txt',
    'a/./b.txt',
    'x'.repeat(851),
  ])('are refused under the path %s', async (cloudPath) => {
    const answer = await sdk('uploadFile', { cloudPath, fileContent: 'eA==' });
    expect(answer).toMatchObject({ code: 'INVALID_PARAM' });
  });

  it('cannot be asked for more than 50 at a time', async () => {
    const fileList = Array.from({ length: 51 }, (_, n) => cloud.files.fileIdOf(`${n}.txt`));
    await expect(sdk('getTempFileURL', { fileList })).resolves.toMatchObject({
      code: 'INVALID_PARAM',
    });
  });
});

describe('links', () => {
  it('end after ten minutes of the clock, or after the age that was asked for', async () => {
    const fileID = cloud.files.write('notes/a.txt', Buffer.from('text'));
    const usual = cloud.files.linkTo(fileID) ?? '';
    const { fileList } = await sdk('getTempFileURL', { fileList: [{ fileID, maxAge: 3600 }] });
    const long = String(fileList[0]?.['tempFileURL']);
    await cloud.clock.advance(10 * 60_000 + 1);
    expect((await fetch(usual)).status).toBe(403);
    expect((await fetch(long)).status).toBe(200);
  });

  it('are of no use for another file, another verb or with another end', async () => {
    const link = cloud.files.linkTo(cloud.files.write('notes/a.txt', Buffer.from('text'))) ?? '';
    cloud.files.write('notes/b.txt', Buffer.from('secret'));
    expect((await fetch(link.replace('a.txt', 'b.txt'))).status).toBe(403);
    expect((await fetch(link, { method: 'PUT', body: 'changed' })).status).toBe(403);
    expect((await fetch(link.replace(/t=(\d)/u, 't=9'))).status).toBe(403);
    expect((await fetch(link)).status).toBe(200);
  });

  it('answer HEAD with the size alone', async () => {
    const link = cloud.files.linkTo(cloud.files.write('notes/a.txt', Buffer.from('text'))) ?? '';
    const response = await fetch(link, { method: 'HEAD' });
    expect(response.headers.get('content-length')).toBe('4');
  });
});
