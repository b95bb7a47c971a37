import fs, { appendFileSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StateLog } from '../../../../local/cloud/wechat/state-log';

const aFile = (): string => join(mkdtempSync(join(tmpdir(), 'log-')), 'state.jsonl');

describe('the memory of the WeChat stand-in', () => {
  it('is read back in order, and can be started over', () => {
    const file = aFile();
    const log = new StateLog<number>(file);
    log.append(1);
    log.append(2);
    expect(new StateLog<number>(file).read()).toEqual([1, 2]);
    log.rewrite([3]);
    log.append(4);
    expect(new StateLog<number>(file).read()).toEqual([3, 4]);
  });

  it('does without a last line that was cut off', () => {
    const file = aFile();
    new StateLog<object>(file).append({ whole: true });
    appendFileSync(file, '{"who');
    expect(new StateLog(file).read()).toEqual([{ whole: true }]);
  });

  it('takes away what a full disk has cut off, and goes on when there is room', () => {
    const file = aFile();
    const log = new StateLog<object>(file);
    log.append({ n: 1 });
    const write = appendFileSync;
    jest.spyOn(fs, 'appendFileSync').mockImplementationOnce((to, text) => {
      write(to, String(text).slice(0, -3));
      throw new Error('ENOSPC: no space left on device');
    });
    expect(() => log.append({ n: 2 }, { n: 3 })).toThrow('ENOSPC');
    expect(new StateLog(file).read()).toEqual([{ n: 1 }]);
    log.append({ n: 4 });
    expect(new StateLog(file).read()).toEqual([{ n: 1 }, { n: 4 }]);
  });

  it('says where it is damaged otherwise', () => {
    const file = aFile();
    writeFileSync(file, '{"a":1}\nnonsense\n{"b":2}\n');
    expect(() => new StateLog(file).read()).toThrow('state.jsonl is damaged in line 2');
  });

  it('is nothing without a file', () => {
    const log = new StateLog<number>(undefined);
    log.append(1);
    log.rewrite([2]);
    expect(log.read()).toEqual([]);
  });
});
