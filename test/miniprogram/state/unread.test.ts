import { asUnread, countUnread, forgetSeen, noteSeen } from '../../../miniprogram/state/unread';
import { waitingAcknowledgements } from '../../../miniprogram/state/waiting-answers';
import { aMustRead, anInboxItem } from '../../builders/phone/notice';
import { holdFakePhone, type FakePhone } from '../fake-phone';

const none: ReadonlyMap<string, number> = new Map();
const message = (messageId: string, atMs: number, isToAcknowledge = false) => ({
  messageId,
  atMs,
  isToAcknowledge,
});

let phone: FakePhone;
beforeEach(() => {
  phone = holdFakePhone();
});

describe('the number on the tab', () => {
  it('counts what came after the screen, and what waits for an answer, each once', () => {
    noteSeen(10);
    const messages = [
      message('a', 11),
      message('b', 10),
      message('c', 5, true),
      message('d', 12, true),
    ];
    expect(countUnread(messages, none)).toBe(3);
  });

  it('goes down at once by what was on the screen, though the server still speaks of it', () => {
    const messages = [message('a', 11)];
    expect(countUnread(messages, none)).toBe(1);
    noteSeen(11);
    expect(countUnread(messages, none)).toBe(0);
  });

  it('never goes back to what was seen, and is begun anew by another person', () => {
    noteSeen(11);
    noteSeen(3);
    expect(countUnread([message('a', 11)], none)).toBe(0);
    forgetSeen();
    expect(countUnread([message('a', 11)], none)).toBe(1);
  });

  it('leaves out must-reads whose answer waits for the network', () => {
    noteSeen(11);
    phone.storage.set('outbox', [
      { action: 'acknowledge', input: { messageId: 'a' }, requestId: 'r', madeAtMs: 7, title: 'a' },
      { action: 'reply', input: { messageId: 'b' }, requestId: 's', madeAtMs: 8, title: 'b' },
    ]);
    const messages = [message('a', 5, true), message('b', 5, true)];
    expect([...waitingAcknowledgements()]).toEqual([['a', 7]]);
    expect(countUnread(messages, waitingAcknowledgements())).toBe(1);
  });

  it('counts in the inbox as on the today page', () => {
    expect(asUnread(anInboxItem({ messageId: 'a', atMs: 3 }))).toEqual(message('a', 3));
    expect(asUnread(aMustRead({ messageId: 'b', atMs: 3 }))).toEqual(message('b', 3, true));
    expect(asUnread(aMustRead({ acknowledgedAtMs: 4 })).isToAcknowledge).toBe(false);
  });
});
