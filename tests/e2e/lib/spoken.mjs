// What a screen reader is given: the browser's own accessibility tree, as lines of text.

const SILENT = new Set(['InlineTextBox', 'StaticText', 'generic', 'none', 'LineBreak']);
const STATES = ['level', 'expanded', 'selected', 'pressed', 'checked', 'readonly', 'invalid'];

/** The tree below an element: [{ depth, role, name, states, text }]; `text` is `row “Tháng 1 9.100” level=2`. */
export async function spoken(page, selector) {
  const session = await page.context().newCDPSession(page);
  const { root } = await session.send('DOM.getDocument');
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector });
  const { node } = await session.send('DOM.describeNode', { nodeId });
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  const byId = new Map(nodes.map((each) => [each.nodeId, each]));
  const out = [];
  const walk = (each, depth) => {
    const role = each.role?.value;
    const isHeard = !each.ignored && !SILENT.has(role);
    if (isHeard) {
      const states = Object.fromEntries((each.properties ?? []).filter(({ name }) => STATES.includes(name)).map(({ name, value }) => [name, value.value]));
      const name = (each.name?.value ?? '').replace(/[\s\u202f]+/g, ' ').trim();
      const told = Object.entries(states).filter(([, value]) => value !== false && value !== 'false').map(([state, value]) => ` ${state}=${value}`);
      out.push({ depth, role, name, states, description: each.description?.value ?? '', text: `${role} “${name}”${told.join('')}` });
    }
    for (const child of each.childIds ?? []) if (byId.has(child)) walk(byId.get(child), depth + isHeard);
  };
  walk(nodes.find((each) => each.backendDOMNodeId === node.backendNodeId), 0);
  return out;
}

/** The rows of a table or grid: [{ header, cells: { name of the column: text } }]; fails where a cell has no header. */
export function rowsOf(lines) {
  const rows = [];
  let columns = [];
  for (const line of lines) {
    if (line.role === 'row') rows.push({ ...line, heads: [], parts: [] });
    else if (line.role === 'columnheader') columns.push(line.name);
    else if (line.role === 'rowheader') {
      rows.at(-1).heads.push(line.name);
      rows.at(-1).parts.push(line.name);
    } else if (['cell', 'gridcell'].includes(line.role)) rows.at(-1).parts.push(line.name);
  }
  const whole = rows.filter((row) => row.parts.length > 1);
  for (const row of whole) {
    if (row.heads.length !== 1) throw new Error(`${row.heads.length} headers in the row ${row.name}`);
    if (row.parts.length !== columns.length) throw new Error(`${row.parts.length} cells under ${columns.length} headers: ${row.name}`);
  }
  return { columns, rows: whole.map((row) => ({ header: row.heads[0], cells: Object.fromEntries(columns.map((column, at) => [column, row.parts[at]])), line: row })) };
}
