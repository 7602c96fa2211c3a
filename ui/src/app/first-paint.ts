/** A window that nobody sees is not painted. */
const patienceMilliseconds = 1000;

/** When the first screen is painted: what it can do without comes after it, so that it comes soon. */
export const firstPaint = new Promise<void>((resolve) => {
  const observer = new PerformanceObserver((entries) => {
    if (entries.getEntriesByName('first-contentful-paint').length === 0) return;
    observer.disconnect();
    resolve();
  });
  observer.observe({ type: 'paint', buffered: true });
  setTimeout(resolve, patienceMilliseconds);
});
