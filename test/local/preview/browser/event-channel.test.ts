import { EventChannel } from '../../../../local/preview/browser/event-channel';

test('a listener hears every event of its name until it is taken off', () => {
  const channel = new EventChannel();
  const heard: unknown[] = [];
  const listener = (value: unknown): void => void heard.push(value);
  channel.on('picked', listener);
  channel.emit('picked', 1);
  channel.emit('other', 2);
  channel.off('picked', listener);
  channel.emit('picked', 3);
  expect(heard).toEqual([1]);
});

test('a listener for once hears one event', () => {
  const channel = new EventChannel();
  const heard: unknown[] = [];
  channel.once('picked', (value) => void heard.push(value));
  channel.emit('picked', 1);
  channel.emit('picked', 2);
  expect(heard).toEqual([1]);
});
