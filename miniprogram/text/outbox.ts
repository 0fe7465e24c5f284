import { refusalWords } from './refusal';

/** What the words need to know of a story on its way. */
export interface OutboxState {
  status: 'queued' | 'uploading' | 'sending' | 'filed' | 'refused' | 'waiting';
  waitingFor: 'network' | 'wifi' | 'cloud' | 'space' | null;
  filesDone: number;
  filesTotal: number;
  refusal: string | null;
  number: string | null;
}

const waiting = {
  network: '等待网络，稿件已存在手机里，联网后自动发送',
  wifi: '视频等待 Wi-Fi，连上后自动发送',
  cloud: '服务暂时没有回应，稍后自动重试',
  space: '手机存储已满，清理后自动发送',
};

/** Words of the outbox strip. */
export const outboxText = {
  title: '发件箱',
  untitled: '（无标题）',
  retry: '重试',
  change: '修改',
  useMobile: '用流量发送',
  open: '看稿件',
  dismiss: '知道了',
  fileLost: '有图片或附件在手机里找不到了，请删除它，重新选择后提交。',
  /** The plain state of a story on its way. */
  state: (line: OutboxState): string => {
    switch (line.status) {
      case 'queued':
        return '排队等待发送';
      case 'uploading':
        return `正在上传 ${Math.min(line.filesDone + 1, line.filesTotal)}/${line.filesTotal}`;
      case 'sending':
        return '正在发送';
      case 'waiting':
        return waiting[line.waitingFor ?? 'network'];
      case 'filed':
        return `已送达 · ${line.number ?? ''}`;
      case 'refused':
        return outboxText.refused(line.refusal);
    }
  },
  refused: (refusal: string | null): string => {
    if (refusal === 'file_lost') return outboxText.fileLost;
    return refusalWords(refusal ?? '');
  },
};
