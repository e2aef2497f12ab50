// The app: its connection to the library, its frame, and which screen an address shows.
import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { Route, Router, Switch } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { freshQueries } from './api/queries.ts';
import { useNews } from './api/useNews.ts';
import { errorText } from './errorText.ts';
import { NoticeProvider, useNotice } from './parts/Notice.tsx';
import { Client } from './screens/client/Client.tsx';
import { Clients } from './screens/clients/Clients.tsx';
import { NothingHere } from './screens/NothingHere.tsx';
import { Report } from './screens/report/Report.tsx';
import { Returning } from './screens/returning/Returning.tsx';
import { Session } from './screens/session/Session.tsx';
import { Settings } from './screens/settings/Settings.tsx';
import { SideBySide } from './screens/sideBySide/SideBySide.tsx';
import { Trial } from './screens/trial/Trial.tsx';
import { PLACES } from './shell/places.ts';
import { Shell } from './shell/Shell.tsx';
import { TroubleBarrier } from './shell/TroubleBarrier.tsx';

export function App() {
  return (
    <NoticeProvider>
      <Library />
    </NoticeProvider>
  );
}

function Library() {
  const say = useNotice();
  const [queries] = useState(() => freshQueries((problem) => say({ text: errorText(problem) })));
  return (
    <QueryClientProvider client={queries}>
      <Router hook={useHashLocation}>
        <Screens />
      </Router>
    </QueryClientProvider>
  );
}

function Screens() {
  useNews();
  return (
    <Shell>
      <TroubleBarrier>
        <Switch>
          <Route path={PLACES.clients} component={Clients} />
          <Route path={PLACES.client} component={Client} />
          <Route path={PLACES.returning} component={Returning} />
          <Route path={PLACES.session} component={Session} />
          <Route path={PLACES.settings} component={Settings} />
          <Route path={PLACES.trial} component={Trial} />
          <Route path={PLACES.sideBySide} component={SideBySide} />
          <Route path={PLACES.report} component={Report} />
          <Route component={NothingHere} />
        </Switch>
      </TroubleBarrier>
    </Shell>
  );
}
