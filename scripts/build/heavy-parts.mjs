// Libraries that would make every start of a function slow, since all of its text is read and parsed
// then: each is a file of its own beside the index.js that may ask for it, loaded when it is first used.

/** Packages of which a function's source asks by `import()` alone. */
export const heavyNames = ['docx', 'exceljs'];

/** For esbuild. */
export const heavyParts = {
  name: 'heavy-parts',
  setup(build) {
    const filter = new RegExp(`^(${heavyNames.join('|')})$`);
    build.onResolve({ filter }, ({ path, kind }) => {
      // Their own files are built here too.
      if (kind === 'entry-point') return undefined;
      if (kind === 'dynamic-import') return { path: fileOf(path), external: true };
      return { errors: [{ text: `${path} is heavy: import() it where it is used` }] };
    });
  },
};

/** Which of them this output of a build asks for. */
export function heavyNamesOf({ imports }) {
  return heavyNames.filter((name) => imports.some(({ path }) => path === fileOf(name)));
}

const fileOf = (name) => `./${name}.js`;
