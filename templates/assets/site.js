// Opens notes beside their claims, leads from one to the next, and shows those of one verdict alone.
// Without it everything stands on the page, and all links work.
(() => {
  const notes = [...document.querySelectorAll('.note')];
  const article = document.querySelector('.article');
  const tools = document.getElementById('fp-tools')?.content.firstElementChild;
  if (!tools) return;

  const references = new Map();
  for (const link of document.querySelectorAll('a.noteref')) {
    const note = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (note) references.set(note, link);
  }
  const id = (note) => note.id.slice(2);
  const marks = [...document.querySelectorAll('mark.claim')];
  const claims = (mark) => mark.dataset.claim.split(' ');
  const marksOf = (note) => marks.filter((mark) => claims(mark).includes(id(note)));
  // The note that is open, and for each that is shown: what holds its place, and how it was before.
  let open = null;
  const states = new Map();

  // One verdict alone; all where there is none.
  const buttons = [...document.querySelectorAll('button.only')];
  const told = document.getElementById('fp-shown');
  const all = document.querySelector('button.all');
  const verdict = (item) => item.querySelector('.verdict').textContent;

  function filter(only) {
    for (const button of buttons) button.setAttribute('aria-pressed', String(button.value === only));
    const off = new Set();
    for (const note of notes) {
      note.hidden = only !== null && verdict(note) !== only;
      references.get(note)?.classList.toggle('off', note.hidden);
      if (note.hidden) off.add(id(note));
    }
    for (const mark of marks) mark.classList.toggle('off', claims(mark).every((claim) => off.has(claim)));
    for (const row of document.querySelectorAll('.checks > li')) row.hidden = only !== null && verdict(row) !== only;
    if (all) all.hidden = only === null;
    if (told) told.textContent = only === null ? '' : told.dataset.text.replace('{n}', notes.length - off.size).replace('{all}', notes.length);
  }

  for (const button of buttons) {
    button.addEventListener('click', () => filter(button.getAttribute('aria-pressed') === 'true' ? null : button.value));
  }
  all?.addEventListener('click', () => {
    buttons.find((button) => button.getAttribute('aria-pressed') === 'true').focus();
    filter(null);
  });
  document.documentElement.classList.add('scripted');

  // Links to a note unfold it where it stands, and show its words.
  let named = [];
  function unfold() {
    let target = null;
    for (const mark of named) mark.classList.remove('current');
    named = [];
    try {
      target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    } catch {
      return; // no address of this site
    }
    if (!target?.matches('.note')) return;
    open?.hidePopover();
    restore(target);
    if (target.hidden) filter(null);
    target.querySelector('details').open = true;
    target.scrollIntoView({ behavior: 'instant' });
    named = marksOf(target);
    for (const mark of named) mark.classList.add('current');
  }
  addEventListener('hashchange', unfold);
  unfold();

  // On paper all is told, also by browsers that can't open a disclosure by style alone.
  let closed = [];
  addEventListener('beforeprint', () => {
    open?.hidePopover();
    closed = [...document.querySelectorAll('.note details:not([open])')];
    for (const details of closed) details.open = true;
  });
  addEventListener('afterprint', () => {
    for (const details of closed) details.open = false;
  });

  if (!HTMLElement.prototype.togglePopover) return;
  // The width of the window in which the card was placed: in another, its place is wrong.
  let width = innerWidth;
  const smooth = () => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth');

  function show(note, event) {
    if (open === note) return;
    open?.hidePopover();
    restore(note);
    if (note.hidden) filter(null);
    const details = note.querySelector('details');
    const holder = document.createElement('div');
    holder.className = 'note';
    holder.dataset.k = note.dataset.k;
    const column = note.getBoundingClientRect();
    holder.style.height = `${column.height}px`;
    holder.style.visibility = 'hidden';
    const { position, float } = getComputedStyle(note);
    const beside = position === 'absolute' || float !== 'none';
    note.before(holder);
    note.prepend(tools);
    const all = shown();
    for (const button of tools.querySelectorAll('[value="-1"], [value="1"]')) {
      button.disabled = !all[all.indexOf(note) + Number(button.value)];
    }
    states.set(note, { holder, details, wasOpen: details.open });
    open = note;
    details.open = true;
    note.classList.toggle('pointed', event.detail > 0); // by pointer, not by key
    note.popover = 'auto';
    note.tabIndex = -1;
    // The browser gives the focus back to what has it now.
    references.get(note).focus({ preventScroll: true });
    note.showPopover();
    note.scrollTop = 0;
    note.focus({ preventScroll: true });
    for (const mark of marksOf(note)) mark.classList.add('current');
    width = innerWidth;
    place(note, column, beside);
  }

  // Beside the words where there is a margin, under them where there is none, at the foot of a phone;
  // never upon them.
  function place(note, column, beside) {
    const words = references.get(note).getBoundingClientRect();
    const sheet = matchMedia('(max-width: 37.5rem)').matches;
    note.classList.toggle('sheet', sheet);
    const { style } = note;
    style.left = style.top = style.width = '';
    if (sheet) {
      const under = words.bottom + 24 - (innerHeight - note.offsetHeight);
      if (under > 0 || words.top < 0) scrollBy({ top: words.top < 0 ? words.top - 48 : under, behavior: smooth() });
      return;
    }
    style.width = `${column.width}px`;
    style.left = `${column.left}px`;
    if (beside) {
      style.top = `${Math.max(8, Math.min(words.top - 8, innerHeight - note.offsetHeight - 8))}px`;
      return;
    }
    const room = innerHeight - words.bottom - 16;
    const lift = Math.max(0, Math.min(note.offsetHeight - room, words.top - 96));
    style.top = `${words.bottom + 8 - lift}px`;
    style.maxHeight = `${innerHeight - (words.bottom + 16 - lift)}px`;
    if (lift) scrollBy({ top: lift, behavior: 'instant' });
  }

  // Puts a note that was shown back into the text.
  function restore(note) {
    const state = states.get(note);
    if (!state) return;
    states.delete(note);
    state.holder.remove();
    if (tools.parentElement === note) tools.remove();
    state.details.open = state.wasOpen;
    note.classList.remove('sheet', 'pointed');
    for (const name of ['style', 'popover', 'tabindex']) note.removeAttribute(name);
  }

  // What has the focus is not to lie under a note.
  document.addEventListener('focusin', ({ target }) => {
    if (open && !open.contains(target)) open.hidePopover();
  });

  for (const note of notes) {
    note.addEventListener('beforetoggle', ({ target, newState }) => {
      if (target !== note || newState !== 'closed') return;
      if (open === note) open = null;
      for (const mark of marksOf(note)) mark.classList.remove('current');
    });
    // The browser has let go of it only now. It tells late: the note may be open once more.
    note.addEventListener('toggle', ({ target }) => {
      if (target === note && open !== note) restore(note);
    });
    note.addEventListener('keydown', (event) => {
      if (open !== note || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (step) {
        event.preventDefault();
        go(getComputedStyle(note.parentElement).direction === 'rtl' ? -step : step, event);
      }
    });
  }

  const shown = () => notes.filter((note) => !note.hidden && references.has(note));

  function go(step, event) {
    const all = shown();
    const note = all[all.indexOf(open) + step];
    if (!note) return;
    const words = references.get(note);
    const { top, bottom } = words.getBoundingClientRect();
    if (top < 64 || bottom > innerHeight * 0.5) words.scrollIntoView({ block: 'center', behavior: 'instant' });
    show(note, event);
  }

  tools.addEventListener('click', (event) => {
    const button = event.target.closest('button');
    if (button?.value === '0') open.hidePopover();
    else if (button) go(Number(button.value), event);
  });

  article.addEventListener('click', (event) => {
    if (event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = event.target.closest('a');
    if (link?.matches('.back') && open) {
      event.preventDefault();
      open.hidePopover();
      return;
    }
    const mark = link ? null : event.target.closest('mark.claim:not(.off)');
    const note = link ? notes.find((one) => references.get(one) === link)
      : mark && getSelection().isCollapsed && document.getElementById(`n-${claims(mark).pop()}`);
    if (!note) return;
    event.preventDefault();
    show(note, event);
  });

  addEventListener('resize', () => {
    if (innerWidth !== width) open?.hidePopover();
  });
})();
