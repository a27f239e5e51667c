// What a layout loses: looked for in the page as it stands, a text each.

/** The page scrolls sideways; text is cut or lies under other text; something to press is out of reach (not on paper). */
export function losses(page, { isPaper = false } = {}) {
  return page.evaluate((isPaper) => {
    const found = [];
    const root = document.documentElement;
    const wide = root.clientWidth;
    const name = (element) => {
      const classes = typeof element.className === 'string' && element.className ? `.${element.className.trim().replace(/\s+/g, '.')}` : '';
      return `${element.localName}${classes} “${(element.innerText ?? element.value ?? '').trim().replace(/\s+/g, ' ').slice(0, 50)}”`;
    };
    const tell = (what, element, more = '') => found.push(`${what}: ${name(element)} ${more}`);
    const style = (element) => getComputedStyle(element);
    const isSeen = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    // Words for screen readers alone are one pixel large by intent.
    const isForEyes = (element) => !around(element).isForEars && !(element.offsetWidth <= 1 && element.offsetHeight <= 1);
    // What an element is inside of, itself included; each is asked once.
    const known = new Map([[root, {}], [document.body, {}]]);
    const around = (element) => {
      if (!known.has(element)) {
        const { clipPath, overflowX, position, textOverflow } = style(element);
        const above = around(element.parentElement);
        const isOver = element.scrollWidth > element.clientWidth;
        known.set(element, {
          scroller: isOver && /auto|scroll/.test(overflowX) ? element : above.scroller,
          isForEars: above.isForEars || clipPath === 'inset(50%)',
          isFixed: above.isFixed || /fixed|sticky/.test(position) || element.matches('[popover], dialog'),
          endsInDots: above.endsInDots || (isOver && textOverflow === 'ellipsis'),
        });
      }
      return known.get(element);
    };

    if (root.scrollWidth > wide) found.push(`the page is ${root.scrollWidth} wide, the window ${wide}`);

    const all = [...document.body.querySelectorAll('*')].filter((element) => !(element instanceof SVGElement) && isSeen(element) && isForEyes(element));
    for (const element of all) {
      const { overflowX, overflowY, textOverflow } = style(element);
      const over = element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0;
      // What scrolls on its own is a table or a grid, and the keyboard gets there.
      if (/auto|scroll/.test(overflowX) && over) {
        if (!element.querySelector('table, [role=grid], [role=treegrid]')) tell('scrolls sideways and is no table', element);
        if (!element.matches('[tabindex="0"]') && !element.querySelector('a[href], button, input, select, textarea, [tabindex="0"]')) tell('scrolls out of the keyboard’s reach', element);
      }
      if (/hidden|clip/.test(overflowX) && over && !(element instanceof HTMLInputElement)) {
        const isTold = element.title || element.closest('[title]') || element.querySelector('[title]');
        if (!(textOverflow === 'ellipsis' && isTold)) tell('cut', element, `${element.scrollWidth} > ${element.clientWidth}`);
      }
      if (/hidden|clip/.test(overflowY) && element.clientHeight > 0 && element.scrollHeight > element.clientHeight + 3) tell('cut below', element, `${element.scrollHeight} > ${element.clientHeight}`);
    }

    // Where text stands, line by line.
    const lines = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!node.data.trim() || element.closest('svg, script, style, option') || !isSeen(element) || !isForEyes(element)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const { scroller, isFixed, endsInDots } = around(element);
      // A text that ends in dots has been looked at above.
      if (endsInDots) continue;
      for (const box of range.getClientRects()) {
        if (box.width < 1) continue;
        if (!scroller && (box.right > wide + 1 || box.left < -1)) tell('text beside the window', element, `${Math.round(box.left)}–${Math.round(box.right)}`);
        if (!isFixed) lines.push({ element, scroller, top: box.top, bottom: box.bottom, left: box.left, right: box.right });
      }
    }
    lines.sort((a, b) => a.top - b.top);
    const told = new Set();
    for (const [at, one] of lines.entries()) {
      for (let next = at + 1; next < lines.length && lines[next].top < one.bottom; next += 1) {
        const other = lines[next];
        const width = Math.min(one.right, other.right) - Math.max(one.left, other.left);
        const height = Math.min(one.bottom, other.bottom) - other.top;
        // Lines of a paragraph may touch; half a line's height is more than that.
        const isOver = width > 2 && height > 0.5 * Math.min(one.bottom - one.top, other.bottom - other.top);
        if (!isOver || one.element === other.element || told.has(one.element) || one.scroller !== other.scroller) continue;
        told.add(one.element);
        tell('text over text', one.element, `and ${name(other.element)}`);
      }
    }

    if (isPaper) return [...new Set(found)];
    // What is pressed or typed into: inside the window (or a scroller), and not under something else wherever one scrolls.
    const overIt = (element, block) => {
      element.scrollIntoView({ block, inline: 'nearest', behavior: 'instant' });
      const [line] = element.getClientRects();
      const over = document.elementFromPoint((line.left + line.right) / 2, (line.top + line.bottom) / 2);
      const label = over?.closest('label');
      const isReached = over && (element.contains(over) || over.contains(element) || label?.contains(element) || label?.control === element);
      return isReached ? undefined : over ?? root;
    };
    for (const element of document.body.querySelectorAll('a[href]:not(.skip-link), button, input, select, textarea, summary')) {
      if (!isSeen(element) || !isForEyes(element) || element.matches(':disabled') || element.getClientRects().length === 0) continue;
      const over = overIt(element, 'center') && overIt(element, 'start') && overIt(element, 'end');
      const box = element.getBoundingClientRect();
      if ((box.left < -1 || box.right > wide + 1) && !around(element).scroller) tell('beside the window', element, `${Math.round(box.left)}–${Math.round(box.right)}`);
      else if (over) tell('covered', element, `by ${name(over)}`);
    }
    window.scrollTo(0, 0);
    return [...new Set(found)];
  }, isPaper);
}
