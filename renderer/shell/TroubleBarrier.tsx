// A screen that fails while drawing is replaced by a sentence; the rest of the app stays.
import { Component, type ReactNode } from 'react';
import { Trouble } from '../parts/Trouble.tsx';

interface Seen {
  readonly failed: boolean;
}

export class TroubleBarrier extends Component<{ readonly children: ReactNode }, Seen> {
  override state: Seen = { failed: false };

  static getDerivedStateFromError(): Seen {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    const trouble = { code: 'app-mistake', message: '' } as const;
    return <Trouble trouble={trouble} onRetry={() => this.setState({ failed: false })} />;
  }
}
