/** What a start says of the folder that its data lie in. */
import { execFileSync } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');

test('a start names the folder that was asked for, from the project on where it lies inside', () => {
  const elsewhere = path.resolve(root, '../elsewhere');
  const folders = ['data', 'other/county', '..county', 'two words', elsewhere];
  const script = `
    import { folderOptions, folderWords } from './scripts/start/options.mjs';
    import { wording } from './scripts/start/wording.mjs';
    const root = process.cwd();
    const said = (folder) => wording.founded(folderWords(root, folder), folderOptions(root, folder));
    console.log(JSON.stringify(process.argv.slice(1).map(said)));`;
  const at = folders.map((folder) => path.resolve(root, folder));
  const words = ['--input-type=module', '--eval', script, ...at];
  const said = JSON.parse(
    execFileSync(process.execPath, words, { cwd: root, encoding: 'utf8' }),
  ) as string[];
  const line = (folder: string, option: string) =>
    `单位已开通，数据保存在 ${folder} 文件夹；重新开始请用 npm start -- ${option}--fresh`;
  expect(said).toEqual([
    line('data', ''),
    line('other/county', '--data other/county '),
    line('..county', '--data ..county '),
    line('two words', '--data "two words" '),
    line(elsewhere, `--data ${elsewhere} `),
  ]);
});
