import { note } from '../../hear';

Component({
  lifetimes: {
    created: () => note('child created'),
    attached: () => note('child attached'),
    ready: () => note('child ready'),
    detached: () => note('child detached'),
  },
  pageLifetimes: {
    show: () => note('child page show'),
    hide: () => note('child page hide'),
  },
});
