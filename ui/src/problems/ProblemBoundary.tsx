import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Component, type ReactNode } from 'react';
import { asProblem } from '../backend/index.ts';
import { noteDefect } from '../report/note-defects.ts';
import { ProblemView } from './ProblemView.tsx';

/** Keeps a place that breaks from taking the window with it. */
export class ProblemBoundary extends Component<{ children: ReactNode }, { error: unknown }> {
  override state: { error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override componentDidCatch(error: unknown) {
    noteDefect(error);
  }

  override render() {
    if (this.state.error === null) return this.props.children;
    return (
      <div className={style({ padding: 32 })}>
        <ProblemView
          problem={asProblem(this.state.error)}
          actions={
            <Button variant="secondary" onPress={() => this.setState({ error: null })}>
              Try again
            </Button>
          }
        />
      </div>
    );
  }
}
