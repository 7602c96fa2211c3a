/** Holds a row's place until it is here. */
export function WaitingCell() {
  return (
    <span role="gridcell" aria-label="Loading" className="list-waiting-cell">
      <span className="list-waiting" />
    </span>
  );
}
