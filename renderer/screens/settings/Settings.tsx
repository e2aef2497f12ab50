// What a clinic sets once: display, its name and logo, how films are analysed, and its library.

import { useCall } from '../../api/queries.ts';
import { Page } from '../../parts/Page.tsx';
import { Trouble } from '../../parts/Trouble.tsx';
import { SETTINGS_TEXT } from '../../text/settingsText.ts';
import { AboutPart } from './AboutPart.tsx';
import { AnalysisPart } from './AnalysisPart.tsx';
import { ClinicPart } from './ClinicPart.tsx';
import { LibraryPart } from './LibraryPart.tsx';
import { ScreenPart } from './ScreenPart.tsx';

export function Settings() {
  const { data: settings, error } = useCall('settings.get', null);
  if (error) return <Trouble trouble={error} />;
  if (!settings) return null;
  return (
    <Page title={SETTINGS_TEXT.title} narrow>
      <ScreenPart settings={settings} />
      <ClinicPart settings={settings} />
      <AnalysisPart settings={settings} />
      <LibraryPart />
      <AboutPart />
    </Page>
  );
}
