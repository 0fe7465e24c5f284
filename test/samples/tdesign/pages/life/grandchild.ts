import { note } from '../../hear';

Component({
  lifetimes: {
    attached: () => note('grandchild attached'),
    ready: () => note('grandchild ready'),
  },
});
