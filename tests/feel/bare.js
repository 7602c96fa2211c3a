// Puts a bare list of plain text rows over the place of the events, or takes it away again.

const [rows] = arguments;

document.querySelector('#bare')?.remove();
if (rows > 0) {
  const place = document.querySelector('[role=grid]').getBoundingClientRect();
  const list = document.createElement('div');
  list.id = 'bare';
  Object.assign(list.style, {
    position: 'fixed',
    zIndex: 10,
    overflow: 'auto',
    background: 'white',
    color: 'black',
    font: '14px sans-serif',
    left: `${place.left}px`,
    top: `${place.top}px`,
    width: `${place.width}px`,
    height: `${place.height}px`,
  });
  for (let row = 0; row < rows; row += 1) {
    const line = document.createElement('div');
    line.textContent = `10:14:02.${String(row % 1000).padStart(3, '0')}  Edge request ${row}  commerce.purchases, 2 items`;
    Object.assign(line.style, { height: '28px', lineHeight: '28px', whiteSpace: 'nowrap', overflow: 'hidden' });
    list.append(line);
  }
  document.body.append(list);
}
