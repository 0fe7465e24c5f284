// The import table of the house: who may import whom. One direction: page → client → function →
// handler → domain → store. `npm run tidy` holds it.
const ours = '^(cloudfunctions|miniprogram|local|scripts|test)/';

/** Files of `folder` may import their own folder and `values`; of `types` only types. */
const folder = (name, from, { values = [], types = [] }) => {
  const any = [from, ...values, ...types];
  const rules = [
    {
      name: `${name}-imports`,
      comment: `${name} may import ${any.join(', ')}`,
      severity: 'error',
      from: { path: from },
      to: { path: ours, pathNot: any },
    },
  ];
  if (types.length > 0) {
    rules.push({
      name: `${name}-types-only`,
      comment: `${name} may import only types of ${types.join(', ')}`,
      severity: 'error',
      from: { path: from },
      to: { path: types, pathNot: [from, ...values], dependencyTypesNot: ['type-only'] },
    });
  }
  return rules;
};

const server = (name) => `^cloudfunctions/${name}/`;
const phone = (name) => `^miniprogram/${name}/`;
const contractTypes = [server('contract')];

module.exports = {
  forbidden: [
    ...folder('pages', '^miniprogram/(pages|desk|admin|standing)/', {
      values: [
        phone('client'),
        phone('outbox'),
        phone('components'),
        phone('text'),
        phone('platform'),
      ],
      types: contractTypes,
    }),
    // Of the platform only whether there is a line: components/line-watch.
    ...folder('components', phone('components'), {
      values: [phone('text'), '^miniprogram/platform/network\\.ts$'],
      types: contractTypes,
    }),
    ...folder('outbox', phone('outbox'), {
      values: [phone('client'), phone('platform')],
      types: contractTypes,
    }),
    ...folder('client', phone('client'), { values: [phone('platform')], types: contractTypes }),
    ...folder('platform', phone('platform'), {}),
    ...folder('text', phone('text'), { types: contractTypes }),
    ...folder('contract', server('contract'), {}),
    ...folder('kernel', server('kernel'), {}),
    ...folder('wording', server('wording'), { types: contractTypes }),
    // Derivations are decided together with the amounts they explain, so the domain has its words.
    ...folder('domain', server('domain'), {
      values: [server('kernel'), server('wording')],
      types: contractTypes,
    }),
    ...folder('handlers', server('handlers'), {
      values: [server('domain'), server('kernel'), server('contract'), server('wording')],
      types: [server('store'), server('channels'), server('wechat')],
    }),
    ...['store', 'channels', 'wechat'].flatMap((name) =>
      folder(name, server(name), { values: [server('kernel')], types: [server('domain')] }),
    ),
    ...folder('functions', server('functions'), { values: ['^cloudfunctions/'] }),
    ...folder('local', '^local/', {}),
    {
      name: 'database-sdk-only-in-store',
      comment: 'The store is the only user of the database SDK; functions ask it who is calling.',
      severity: 'error',
      from: { path: '^cloudfunctions/', pathNot: ['^cloudfunctions/(store|functions)/'] },
      to: { path: '@cloudbase/' },
    },
    {
      name: 'no-circles',
      comment: 'What calls itself through others is handed to them, as in the query language.',
      severity: 'error',
      from: { path: ours },
      to: { circular: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    // The chart's library is a bundle, and so is the code's: reading one takes minutes and says nothing.
    exclude: {
      path: [
        ...['miniprogram_npm', '^dist/', 'test/samples'],
        ...['chart/echarts\\.js$', 'qr-code/qrcodegen\\.js$'],
      ],
    },
  },
};
