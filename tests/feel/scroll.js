// Scrolls an element, one step in each frame; tells how long each frame took and, when asked to, in how many frames
// rows that should be seen were not there.

const [selector, way, frames, counts, done] = arguments;

const list = document.querySelector(selector);
const rowHeight = list.querySelector('.list-row')?.offsetHeight ?? 28;
const end = () => list.scrollHeight - list.clientHeight;

// The same places in each run.
let seed = 7;
const anywhere = () => {
  seed = (seed * 1103515245 + 12345) % 2147483648;
  return Math.floor((seed / 2147483648) * end());
};

const steps = {
  wheel: () => list.scrollTop + 100,
  page: (frame) => list.scrollTop + (frame % 6 === 0 ? list.clientHeight - rowHeight : 0),
  drag: (frame) => (frame % 3 === 0 ? anywhere() : list.scrollTop),
};

function missing() {
  const { top, bottom } = list.getBoundingClientRect();
  let seen = 0;
  for (const row of list.querySelectorAll('.list-row')) {
    const place = row.getBoundingClientRect();
    const isIn = place.bottom > top + rowHeight && place.top < bottom;
    if (isIn && !row.classList.contains('event-waiting')) seen += 1;
  }
  return Math.max(0, Math.floor((bottom - top) / rowHeight) - 2 - seen);
}

list.scrollTop = way === 'drag' ? 0 : Math.floor(end() / 3);

const lengths = [];
let frame = 0;
let last = 0;
let blankFrames = 0;
let blankRows = 0;

function look(now) {
  // The first frames belong to whatever was before.
  if (frame > 10) lengths.push(now - last);
  last = now;
  if (counts && frame > 10) {
    const blank = missing();
    blankFrames += blank > 0 ? 1 : 0;
    blankRows += blank;
  }
  frame += 1;
  if (frame > frames) {
    done({ lengths, blankFrames, blankRows });
    return;
  }
  list.scrollTop = steps[way](frame);
  requestAnimationFrame(look);
}

setTimeout(() => requestAnimationFrame(look), 300);
