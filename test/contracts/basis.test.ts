/** What is said of every contract case: where it comes from, and how many rest on what. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { allCases } from './cases/all';
import { contractCase } from '../support/contract/contract';

const every = Object.values(allCases).flat();

test('the suite has at least 250 cases, no two of one title', () => {
  expect(every.length).toBeGreaterThanOrEqual(250);
  const titles = every.map((one) => one.title);
  expect(titles.filter((title, at) => titles.indexOf(title) !== at)).toEqual([]);
});

test('each case is measured, documented or guessed, and says by what', () => {
  const untold = every.filter(
    ({ basis, source }) =>
      !['measured', 'documented', 'guessed'].includes(basis) || source.length < 8,
  );
  expect(untold).toEqual([]);
});

test('a measured case names the file of the SDK that was measured', () => {
  const unmeasured = every.filter(
    ({ basis, source }) => basis === 'measured' && !source.startsWith('npm:@cloudbase/'),
  );
  expect(unmeasured.map((one) => one.title)).toEqual([]);
});

test('a case without a source cannot be written down', () => {
  const bare = { title: 'x', basis: 'guessed', source: ' ', run: async () => undefined } as const;
  expect(() => contractCase(bare)).toThrow('no source: x');
});

test('every file of cases is run and counted', () => {
  const folder = path.join(__dirname, 'cases');
  const files = readdirSync(folder).filter((name) => name !== 'all.ts');
  const counted = readFileSync(path.join(folder, 'all.ts'), 'utf8');
  const tests = readdirSync(__dirname).filter((name) => /\.test\.ts$/.test(name));
  const run = tests.map((name) => readFileSync(path.join(__dirname, name), 'utf8')).join('\n');
  for (const name of files.map((file) => path.basename(file, '.ts'))) {
    expect([name, counted.includes(`'./${name}'`)]).toEqual([name, true]);
    expect([name, run.includes(`'./cases/${name}'`)]).toEqual([name, true]);
  }
});

test('the counts by area and basis are printed', () => {
  const rows = Object.entries(allCases).map(([area, cases]) => {
    const count = (basis: string) => cases.filter((one) => one.basis === basis).length;
    const [measured, documented, guessed] = ['measured', 'documented', 'guessed'].map(count);
    return `${area.padEnd(14)}${[measured, documented, guessed].map(column).join('')}`;
  });
  const head = `${''.padEnd(14)}${['measured', 'documented', 'guessed'].map(column).join('')}`;
  // The runner's own console adds a stack to each line.
  process.stdout.write(`\n${head}\n${rows.join('\n')}\n${every.length} cases\n`);
  expect(rows).toHaveLength(8);
});

function column(value: string | number | undefined): string {
  return String(value ?? '').padStart(12);
}
