import { hear, note } from '../../hear';

Page({
  data: { opened: '' },
  hear,
  onLoad(query) {
    this.setData({ opened: query.from ?? '' });
    const channel = this.getOpenerEventChannel();
    channel.on('opened', (name: string) => note(`basic opened ${name}`));
    channel.emit('said', 'hello');
  },
});
