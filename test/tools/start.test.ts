import { spawnSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { enter, type Entered } from '../enter';
import { aFolder, freePort, runStart, type StartProcess } from './start-process';

jest.setTimeout(120_000);

/** What is typed in another terminal. */
const inShell = (command: string) => spawnSync(command, { shell: true, encoding: 'utf8' });

/** What a phone says to the cloud. */
async function call(
  { url, headers }: Entered,
  phone: string,
  action: string,
  input: object,
): Promise<unknown> {
  const response = await fetch(`${url}/preview/call/member`, {
    method: 'POST',
    headers: { ...headers, 'x-phone': phone },
    body: JSON.stringify({ action, input, requestId: `r-${action}`, clientVersion: '1.0.0' }),
  });
  return ((await response.json()) as { result: unknown }).result;
}

describe('a start that cannot work ends with one sentence and an exit code', () => {
  async function refusalOf(args: readonly string[]): Promise<string> {
    const { code, errors } = await runStart(args).ended;
    expect(code).toBe(1);
    expect(errors.trim().split('\n')).toHaveLength(1);
    return errors;
  }

  const options: readonly (readonly [args: readonly string[], sentence: string])[] = [
    [['--colour', 'red'], "Unknown option '--colour'"],
    [['demo'], "Unexpected argument 'demo'"],
    [['--port', 'many'], '--port must be a number'],
    [['--port', '70000'], '--port must be a number'],
    [['--port'], "Option '--port <value>' argument missing"],
    [['--data', ''], '--data must name a folder'],
  ];
  it.each(options)('for the options %j', async (args, sentence) => {
    const refusal = await refusalOf(args);
    expect(refusal).toContain(sentence);
    expect(refusal).toContain('Options of npm start');
  });

  it('for a port in use, before anything is built', async () => {
    const server = createServer();
    const port = await new Promise<number>((resolve) => {
      server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
    });
    const { code, errors, out } = await runStart(['--port', String(port), '--data', aFolder()])
      .ended;
    server.close();
    expect(code).toBe(1);
    expect(errors).toBe(
      `Port ${port} is in use. Stop the program that has it, or choose another: npm start -- --port ${port + 1}\n`,
    );
    expect(out).not.toContain('Building');
  });

  it('for a data folder that is damaged', async () => {
    const dataDir = aFolder();
    writeFileSync(join(dataDir, 'data.mdb'), 'not a database '.repeat(1000));
    const port = String(await freePort());
    await expect(refusalOf(['--port', port, '--data', dataDir])).resolves.toContain(
      `The data folder ${dataDir} is damaged`,
    );
  });

  it('for --fresh with a folder that holds other things, of which nothing is deleted', async () => {
    const folder = aFolder();
    writeFileSync(join(folder, 'thesis.txt'), 'years of work');
    const port = String(await freePort());
    await expect(refusalOf(['--port', port, '--data', folder, '--fresh'])).resolves.toContain(
      'nothing was deleted',
    );
    expect(readdirSync(folder)).toEqual(['thesis.txt']);
  });
});

describe('npm start', () => {
  const started: StartProcess[] = [];
  afterAll(async () => {
    for (const { child, ended } of started) {
      child.kill('SIGKILL');
      await ended;
    }
  });
  function start(args: readonly string[]): StartProcess {
    const process = runStart(args);
    started.push(process);
    return process;
  }

  it('shows the demo organisation, keeps what it acknowledged over kill -9, and ends with Ctrl-C', async () => {
    const args = ['--port', String(await freePort()), '--data', join(aFolder(), 'data')];
    const first = start(args);
    const address = await first.ready;
    const opened = await enter(address);
    const { url, headers } = opened;
    const desk = await fetch(`${url}/`, { headers });
    expect(desk.headers.get('content-type')).toContain('text/html');
    expect((await fetch(`${url}/`)).status).toBe(403);
    await expect(call(opened, 'yx01', 'hello', {})).resolves.toMatchObject({
      ok: true,
      output: { me: { memberId: 'yx01' } },
    });
    await expect(call(opened, 'yx01', 'unbind', {})).resolves.toMatchObject({ ok: true });
    first.child.kill('SIGKILL');
    await expect(first.ended).resolves.toMatchObject({ signal: 'SIGKILL' });

    const second = start(args);
    // Phones that are open in a browser go on.
    await expect(second.ready).resolves.toBe(address);
    expect(second.printed()).toContain(
      'Nothing has changed since the last start; nothing is built.',
    );
    expect(second.printed()).not.toContain('Building');
    await expect(call(opened, 'yx01', 'hello', {})).resolves.toMatchObject({
      ok: true,
      output: { me: null },
    });
    const inUse = await runStart(['--port', String(await freePort()), ...args.slice(2)]).ended;
    expect(inUse).toMatchObject({
      code: 1,
      errors: expect.stringContaining('is in use by process'),
    });

    second.child.kill('SIGINT');
    const ended = await second.ended;
    expect(ended).toMatchObject({ code: 0, errors: '' });
    expect(ended.out.match(/http:\/\//gu)).toHaveLength(1);
    await expect(fetch(url)).rejects.toThrow();
  });

  it('--empty starts without people and prints the command that lets the first officer in', async () => {
    const dataDir = join(aFolder(), 'data');
    const args = ['--empty', '--port', String(await freePort()), '--data', dataDir];
    const first = start(args);
    const address = await first.ready;
    const opened = await enter(address);
    const askDesk = async (): Promise<unknown> =>
      (await fetch(`${opened.url}/desk/people`, { headers: opened.headers })).json();
    expect(await askDesk()).toMatchObject({
      tour: null,
      address,
      people: [{ id: 'phone-1', isGuest: true }, {}, {}, {}, {}, {}, {}, {}],
    });

    const command = / {2}(npm run deploy .+)\n/u.exec(first.printed())?.[1] ?? '';
    const invited = inShell(command);
    expect(invited.status).toBe(0);
    const [, name, staffNumber, invitationCode] =
      /姓名 +(\S+)\n +工号 +(\S+)\n +邀请码 +(\S+) /u.exec(invited.stdout) ?? [];
    const person = { name, staffNumber, invitationCode, agreedPrivacyVersion: 1 };
    await expect(call(opened, 'phone-1', 'bind', person)).resolves.toMatchObject({
      ok: true,
      output: { me: { name, roles: ['member', 'committee-office'] } },
    });
    expect(await askDesk()).toMatchObject({
      people: [{ name, isGuest: false }, {}, {}, {}, {}, {}, {}, {}],
    });

    for (const again of [command, command.replace(/"[^"]*"/u, '"李明,QY002"')]) {
      expect(inShell(again)).toMatchObject({
        status: 1,
        stdout: expect.stringMatching(
          new RegExp(`first officer: nothing was changed: .*${name}`, 'u'),
        ),
      });
    }
  });
});
