/** File errors by name, with codes and words of WeChat's documentation of FileSystemManager. */
import { ApiFault } from '../fault';

export const fileFault = {
  missing: (path: string) => coded(1300002, `no such file or directory ${path}`),
  notDirectory: (path: string) => coded(1300020, `not a directory ${path}`),
  isDirectory: (path: string) => coded(1301003, `illegal operation on a directory, open ${path}`),
  notEmpty: (path: string) => coded(1300066, `directory not empty ${path}`),
  exists: (path: string) => coded(1301005, `file already exists ${path}`),
  forbidden: (path: string) => coded(1300013, `permission denied, open ${path}`),
  full: () => coded(1300202, 'the maximum size of the file storage limit is exceeded'),
  badBase64: () => coded(1300203, 'base64 encode error'),
  badPosition: () => coded(1301009, 'value of position is out of range'),
  badLength: () => coded(1301006, 'value of length is out of range'),
  temporaryMissing: () => coded(1301112, 'tempFilePath file not exist'),
  broken: () => coded(1300005, 'Input/output error'),
};

function coded(errno: number, reason: string): ApiFault {
  return new ApiFault(reason, { errno, errCode: errno });
}
