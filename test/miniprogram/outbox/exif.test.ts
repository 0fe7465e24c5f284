/** Reading and applying the orientation of a photo. */
import { matrixOf, readTurn } from '../../../miniprogram/platform/exif';

/** A JPEG's start with an EXIF block of one entry, in either order of bytes. */
function aHead(orientation: number, isLittleEndian: boolean): ArrayBuffer {
  const view = new DataView(new ArrayBuffer(40));
  [0xffd8, 0xffe1, 34, 0x4578, 0x6966, 0].forEach((word, at) => view.setUint16(at * 2, word));
  view.setUint16(12, isLittleEndian ? 0x4949 : 0x4d4d);
  view.setUint16(14, 42, isLittleEndian);
  view.setUint32(16, 8, isLittleEndian);
  view.setUint16(20, 1, isLittleEndian);
  view.setUint16(22, 0x0112, isLittleEndian);
  view.setUint16(24, 3, isLittleEndian);
  view.setUint32(26, 1, isLittleEndian);
  view.setUint16(30, orientation, isLittleEndian);
  return view.buffer;
}

test.each([
  [6, true],
  [6, false],
  [3, false],
])('orientation %i is read in either order of bytes', (orientation, isLittleEndian) => {
  const turn = readTurn(aHead(orientation, isLittleEndian));
  expect(turn).toEqual({ orientation, position: 30, isLittleEndian });
});

test('what is cut off anywhere, or is no JPEG, says nothing and breaks nothing', () => {
  const whole = aHead(6, true);
  for (let length = 0; length < 32; length += 1) {
    expect(readTurn(whole.slice(0, length))).toBeNull();
  }
  expect(readTurn(new Uint8Array([0x89, 0x50, 0x4e, 0x47]).buffer)).toBeNull();
});

test.each([1, 2, 3, 4, 5, 6, 7, 8])('orientation %i fills the upright picture', (orientation) => {
  const [a, b, c, d, e, f] = matrixOf(orientation, { width: 40, height: 30 });
  const corners = [
    [0, 0],
    [40, 0],
    [0, 30],
    [40, 30],
  ].map(([x = 0, y = 0]) => [a * x + c * y + e, b * x + d * y + f]);
  const upright = orientation >= 5 ? [30, 40] : [40, 30];
  const spread = (axis: number) => corners.map((corner) => corner[axis] ?? NaN);
  expect([Math.min(...spread(0)), Math.min(...spread(1))]).toEqual([0, 0]);
  expect([Math.max(...spread(0)), Math.max(...spread(1))]).toEqual(upright);
});
