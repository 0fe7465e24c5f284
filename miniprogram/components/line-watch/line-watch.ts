import { networkNow, onLineBack } from '../../platform/network';

/**
 * Stands where a page lacks something for want of a network, shows nothing, and says when the line is back.
 * It comes and goes with that state, so that nobody listens longer; a page that is hidden waits until it is
 * shown. This alone of the components hears something: only an element has these moments beside the page's own.
 */
Component({
  properties: {
    /** The page reads by itself whenever it is shown: it is not to read twice then. */
    readsOnShow: { type: Boolean, value: false },
  },

  lifetimes: {
    attached() {
      this.listen();
    },
    detached() {
      this.deafen();
    },
  },

  pageLifetimes: {
    show() {
      this.listen();
      if (!this.properties.readsOnShow) void this.lookOnce();
    },
    hide() {
      this.deafen();
    },
  },

  methods: {
    /** Stops listening; `listen` puts its own in place. */
    deafen: nothing,

    listen() {
      this.deafen();
      const stop = onLineBack(() => this.triggerEvent('connected'));
      this.deafen = () => {
        stop();
        this.deafen = nothing;
      };
    },

    /** The line may have come back while the page was hidden. */
    async lookOnce() {
      const mine = this.deafen;
      const network = await networkNow();
      if (network !== 'none' && this.deafen === mine) this.triggerEvent('connected');
    },
  },
});

function nothing(): void {
  // Nobody listens.
}
