// Files that this window asked for are handed over when they are done, whatever screen is open by then.
import { useEffect } from 'react';
import { fill } from '../../core/report/formatNumber.ts';
import { useCall } from '../api/queries.ts';
import { errorText } from '../errorText.ts';
import { handOut } from '../hooks/chooseFile.ts';
import { useNotice } from '../parts/Notice.tsx';
import { EXPORT_TEXT } from '../text/exportText.ts';
import { isUnderway } from './exportsInWords.ts';
import { isNews, useOwnExports } from './ownExports.ts';

const text = EXPORT_TEXT.out;

/** Once a window, as long as the app is open. */
export function useHandOver(): void {
  const { data: all } = useCall('exports.list', null);
  const { asks } = useOwnExports();
  const say = useNotice();
  useEffect(() => {
    for (const one of all ?? []) {
      const { id, name, written, trouble } = one;
      if (!asks.has(id) || isUnderway(one) || !isNews(id)) continue;
      if (trouble) say({ text: fill(text.notWritten, { name, why: errorText(trouble) }) });
      if (!written) continue;
      const isDownload = written.downloadPath !== null;
      if (isDownload) handOut(written);
      say({
        text: fill(isDownload ? text.downloaded : text.saved, { name }),
        ...(isDownload ? {} : { act: { name: text.show, do: () => handOut(written) } }),
      });
    }
  }, [all, asks, say]);
}
