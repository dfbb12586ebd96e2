import { Component, type ReactNode } from "react";
import { ErrorState } from "../ui/error-state.tsx";

interface ErrorBoundaryProps {
  children: ReactNode;
  /** A change of it, such as another page, tries again. */
  resetKey?: string;
}

interface ErrorBoundaryState {
  readonly error: Error | null;
  /** The key the error was met under. */
  readonly resetKey: string | undefined;
}

/** Keeps a mistake in one screen from emptying the window. The browser logs the error itself. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { error: null, resetKey: this.props.resetKey };

  static getDerivedStateFromError(error: Error): Partial<ErrorBoundaryState> {
    return { error };
  }

  static getDerivedStateFromProps(
    { resetKey }: ErrorBoundaryProps,
    state: ErrorBoundaryState,
  ): ErrorBoundaryState | null {
    return resetKey === state.resetKey ? null : { error: null, resetKey };
  }

  override render(): ReactNode {
    if (!this.state.error) return this.props.children;
    return (
      <ErrorState
        title="This screen has a fault"
        error="Nothing you saved is lost. Try again; if it comes back, go to another page and tell us what you did."
        onRetry={() => {
          this.setState({ error: null });
        }}
      />
    );
  }
}
