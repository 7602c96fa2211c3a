/**
 * Takes view transitions away where they end the program: WebKitGTK 2.50 crashes at the first one when it draws without a
 * graphics processor. Spectrum's toasts use them where they are there, and come without a transition where they are not.
 */
export function withoutViewTransitionsOnLinux(): void {
  const inWindow = '__TAURI_INTERNALS__' in window;
  if (!inWindow || !navigator.userAgent.includes('Linux')) return;
  const prototype: Partial<Pick<Document, 'startViewTransition'>> = Document.prototype;
  delete prototype.startViewTransition;
}
