import type { LocalCloud } from '../../cloud/start-local-cloud';
import { readBytes, readJson, sendJson } from './answer';
import { callerOf, openIdOf, type People } from './people';

/** Days and shifts are worked out for these years; further off an instant is a slip of the finger. */
const EARLIEST_MS = Date.UTC(2000, 0, 1);
const LATEST_MS = Date.UTC(2100, 0, 1);

/** What the preview needs of the local cloud. */
export type PreviewCloud = Pick<
  LocalCloud,
  'url' | 'call' | 'clock' | 'wechat' | 'files' | 'addRoute'
>;

/** What a phone's `wx.cloud` and WeChat itself talk to; every answer carries the cloud's time. */
export function addCloudRoutes(cloud: PreviewCloud, people: People): void {
  const clock = () => ({ nowMs: cloud.clock.nowMs() });

  cloud.addRoute('GET', '/preview/clock', (_, response) => {
    sendJson(response, clock());
  });
  cloud.addRoute('POST', '/preview/clock', async (request, response) => {
    const { nowMs } = await readJson<{ nowMs: number }>(request);
    if (!Number.isSafeInteger(nowMs) || nowMs < EARLIEST_MS || nowMs >= LATEST_MS) {
      sendJson(response, { message: 'nowMs is not an instant of 2000 to 2099' }, 400);
      return;
    }
    await cloud.clock.set(nowMs);
    sendJson(response, clock());
  });

  cloud.addRoute('POST', '/preview/call/', async (request, response, url) => {
    const name = decodeURIComponent(url.pathname.slice('/preview/call/'.length));
    const openId = await callerOf(request, people);
    try {
      const result = await cloud.call(name, await readJson(request), { openId });
      sendJson(response, { ...clock(), result: result ?? null });
    } catch (error) {
      const { errCode = -501000, message } = error as { errCode?: number; message: string };
      sendJson(response, { ...clock(), error: { errCode, message } });
    }
  });

  cloud.addRoute('GET', '/preview/templates', (_, response) => {
    sendJson(response, { templates: cloud.wechat.messages.templates });
  });
  cloud.addRoute('POST', '/preview/subscribe', async (request, response) => {
    const openId = await callerOf(request, people);
    const { choices } = await readJson<{ choices: Record<string, 'accept' | 'reject'> }>(request);
    cloud.wechat.messages.answerDialog(openId, choices);
    sendJson(response, clock());
  });

  cloud.addRoute('GET', '/preview/messages', async (_, response, url) => {
    const openId = await openIdOf(url.searchParams.get('phone') ?? 'guest', people);
    const messages = cloud.wechat.messages.outbox.filter((each) => each.openId === openId);
    sendJson(response, { messages });
  });

  cloud.addRoute('POST', '/preview/files', async (request, response, url) => {
    const cloudPath = url.searchParams.get('cloudPath') ?? '';
    const fileID = cloud.files.write(cloudPath, await readBytes(request));
    sendJson(response, { ...clock(), fileID });
  });
  cloud.addRoute('GET', '/preview/cloud-file', (_, response, url) => {
    const link = cloud.files.linkTo(url.searchParams.get('id') ?? '');
    if (link === undefined) response.writeHead(404).end();
    else response.writeHead(302, { location: encodeURI(link) }).end();
  });
  cloud.addRoute('POST', '/preview/links', async (request, response) => {
    const { fileList } = await readJson<{ fileList: string[] }>(request);
    const links = fileList.map((fileID) => ({ fileID, link: cloud.files.linkTo(fileID) ?? null }));
    sendJson(response, { ...clock(), links });
  });
}
