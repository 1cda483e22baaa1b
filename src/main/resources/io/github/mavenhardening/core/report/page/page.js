'use strict';
(() => {
  const AT_ONCE = 25;
  const OPENED = 3;
  const PRINTED = 200;
  const byId = id => document.getElementById(id);

  /* Days that are left, by the reader's clock and the calendar of UTC; the last day is included. */
  const today = Math.floor(Date.now() / 864e5);
  for (const node of document.querySelectorAll('[data-until]')) {
    const left = Math.floor(Date.parse(node.dataset.until + 'T00:00:00Z') / 864e5) - today;
    const days = number => number + (number === 1 ? ' day' : ' days');
    node.textContent = left > 0 ? days(left) + ' left' : left === 0 ? 'Last day' : 'Over for ' + days(-left);
    node.classList.toggle('over', left < 0);
  }

  const form = byId('filter');
  if (!form) {
    return;
  }
  const data = JSON.parse(byId('data').textContent);
  const text = number => data.texts[number];
  const findings = data.findings;
  for (const finding of findings) {
    finding.place = text(finding.path) + (finding.line ? ':' + finding.line : '');
    finding.index = [text(finding.check), finding.place, text(finding.message), finding.artifact || '',
      finding.standing || '', data.severities[finding.severity]].join(' ').toLowerCase();
  }

  /* Elements are made of texts, never of markup: what comes from a repository stays a text. */
  const make = (name, className, content) => {
    const node = document.createElement(name);
    if (className) {
      node.className = className;
    }
    if (content !== undefined) {
      node.textContent = content;
    }
    return node;
  };
  const SHAPES = {critical: '\u25C6', high: '\u25B2', medium: '\u25A0', low: '\u25CF', info: '\u25CB'};
  const mark = severity => {
    const node = make('span', 'severity ' + severity);
    const shape = make('span', '', SHAPES[severity]);
    shape.setAttribute('aria-hidden', 'true');
    node.append(shape, ' ' + severity);
    return node;
  };
  const code = lines => {
    const block = make('pre');
    block.tabIndex = 0;
    const inner = make('code');
    for (const [number, ...pieces] of lines) {
      const row = make('span', 'row');
      row.append(make('span', 'no', number));
      pieces.forEach((piece, i) => row.append(i % 2 ? make('mark', '', piece) : piece));
      inner.append(row);
    }
    block.append(inner);
    return block;
  };
  /* A sentence in which code stands between backticks; with an odd number of them nobody knows what is code. */
  const sentence = (node, words) => {
    const parts = words.split('`');
    node.append(...parts.length % 2 ? parts.map((part, i) => i % 2 ? make('code', '', part) : part) : [words]);
    return node;
  };
  const titled = (title, ...content) => {
    const node = make('div');
    node.append(make('h4', '', title), ...content);
    return node;
  };

  const steps = finding => {
    const list = make('ol', 'steps');
    for (const step of finding.steps) {
      const item = make('li');
      item.append(make('code', '', text(step.path) + (step.line ? ':' + step.line : '')));
      if (step.label !== undefined) {
        item.append(' ' + text(step.label));
      }
      if (step.lines) {
        item.append(code(step.lines));
      }
      list.append(item);
    }
    if (finding.more) {
      list.append(make('li', 'soft', finding.more + ' more places'));
    }
    return titled('How it comes about', list);
  };
  const change = fix => {
    const nodes = [make('p', '', text(fix.does) + (fix.unsafe ? '. The workflow may behave differently: read it first' : ''))];
    for (const hunk of fix.hunks) {
      const block = make('pre');
      block.tabIndex = 0;
      const inner = make('code');
      inner.append(make('span', 'row soft', text(hunk.path) + ':' + hunk.line));
      for (const line of hunk.lines) {
        inner.append(make('span', line[0] === '+' ? 'row added' : 'row removed', line));
      }
      block.append(inner);
      nodes.push(block);
    }
    return titled('Fix', ...nodes);
  };
  const inside = (finding, group) => {
    const node = make('div', 'inside');
    if (finding.lines) {
      node.append(code(finding.lines));
    }
    if (finding.steps) {
      node.append(steps(finding));
    }
    if (!group.sharesRemedy) {
      node.append(titled('What to do', sentence(make('p'), text(finding.remedy))));
    }
    if (finding.fix) {
      node.append(change(finding.fix));
    }
    if (finding.because) {
      node.append(titled('Suppressed', make('p', '', finding.because)));
    }
    const links = make('p', 'soft');
    const link = make('a', '', 'Link to this finding');
    link.href = '#at=' + finding.id;
    links.append(link);
    if (view !== 'check') {
      const about = make('a', '', 'About ' + text(finding.check));
      about.href = '#open=' + encodeURIComponent(text(finding.check));
      links.append(' \u00b7 ', about);
    }
    node.append(links);
    return node;
  };
  const row = (finding, group, open) => {
    const node = make('details', 'finding');
    node.id = 'at-' + finding.id;
    const summary = make('summary');
    const where = make('span');
    where.append(make('code', 'where', finding.place + (finding.column ? ':' + finding.column : '')));
    if (view !== 'severity' && data.severities[finding.severity] !== group.severity) {
      const own = mark(data.severities[finding.severity]);
      own.classList.add('tag');
      where.append(own);
    }
    const tags = [finding.fails && 'fails', finding.standing, finding.confidence && finding.confidence + ' confidence',
      finding.fix && 'fixable'];
    for (const tag of tags.filter(Boolean)) {
      where.append(make('span', 'tag ' + tag.split(' ')[0], tag === 'fails' ? 'fails the build' : tag));
    }
    summary.append(where);
    const message = make('span', 'message');
    if (view !== 'check') {
      message.append(make('code', '', text(finding.check)), ' ');
    }
    sentence(message, text(finding.message));
    summary.append(message);
    node.append(summary);
    const fill = () => node.childElementCount < 2 && node.append(inside(finding, group));
    node.addEventListener('toggle', () => node.open && fill());
    if (open) {
      fill();
      node.open = true;
    }
    return node;
  };

  /* Views: the groups of each grouping, made once, in the order in which they stand. */
  const container = byId('groups');
  const count = (number, noun) => number + ' ' + noun + (number === 1 ? '' : 's');
  /* One that says that there are more is none itself. */
  const known = list => list.filter(finding => !finding.more).length;
  const tally = list => (known(list) < list.length ? 'more than ' : '') + count(known(list), 'finding');
  let view = 'check';
  const groupOf = (node, key) => {
    const group = {node, key, limit: AT_ONCE, found: [undefined], list: make('div', 'list'), stale: true};
    node.addEventListener('toggle', () => {
      if (node.open && group.stale) {
        fill(group);
      }
      remember();
    });
    return group;
  };
  const checks = () => [...container.querySelectorAll('.group')].map(node => {
    const group = groupOf(node, node.dataset.check);
    const places = node.querySelectorAll('.places');
    places[0].before(group.list);
    places.forEach(place => place.remove());
    group.amount = node.querySelector('.amount');
    group.severity = node.querySelector('.severity').classList[1];
    const remedy = node.querySelector('.remedy');
    group.sharesRemedy = remedy.querySelectorAll('p').length === 1;
    if (!group.sharesRemedy) {
      remedy.remove();
    }
    return group;
  });
  const others = keyOf => {
    const made = new Map();
    for (const finding of findings) {
      const key = keyOf(finding);
      const worst = made.get(key);
      made.set(key, worst === undefined ? finding.severity : Math.min(worst, finding.severity));
    }
    return [...made].sort((a, b) => a[1] - b[1]).map(([key, worst]) => {
      const node = make('details', 'group');
      const group = groupOf(node, key);
      group.severity = data.severities[worst];
      const summary = make('summary');
      const title = make('h3');
      title.append(make('span', 'id', key));
      group.amount = make('span', 'amount');
      group.what = make('span', 'what');
      summary.append(mark(group.severity), title, group.what, group.amount);
      const body = make('div', 'body');
      body.append(group.list);
      node.append(summary, body);
      return group;
    });
  };
  const keys = {
    check: finding => text(finding.check),
    file: finding => text(finding.path),
    severity: finding => data.severities[finding.severity],
  };
  const views = {check: checks()};
  const groups = () => views[view] || (views[view] = others(keys[view]));

  const fill = group => {
    group.stale = false;
    const shown = group.found.slice(0, group.limit);
    const nodes = shown.map((finding, i) => row(finding, group, i < OPENED));
    const rest = group.found.length - shown.length;
    if (rest > 0) {
      const button = make('button', 'further', 'Show ' + Math.min(rest, AT_ONCE) + ' more of ' + rest);
      button.type = 'button';
      button.addEventListener('click', () => {
        const from = group.limit;
        group.limit += AT_ONCE;
        fill(group);
        group.list.children[from].querySelector('summary').focus();
      });
      nodes.push(button);
    }
    group.list.replaceChildren(...nodes);
  };

  const query = byId('query');
  const by = byId('by');
  const boxes = [...form.querySelectorAll('input[type=checkbox]')];
  const isOn = (name, value) => {
    const box = boxes.find(one => one.name === name && one.value === value);
    return box ? box.checked : true;
  };

  const render = () => {
    const words = query.value.toLowerCase().split(/\s+/).filter(Boolean);
    const severities = data.severities.map(severity => isOn('severity', severity));
    const old = isOn('standing', 'known');
    const suppressed = isOn('standing', 'suppressed');
    const found = new Map();
    const shown = [];
    const all = [];
    for (const finding of findings) {
      const hushed = finding.standing === 'suppressed';
      if (!hushed || suppressed) {
        all.push(finding);
      }
      if (!severities[finding.severity] && !hushed || hushed && !suppressed || !old && finding.standing === 'known'
          || !words.every(word => finding.index.includes(word))) {
        continue;
      }
      shown.push(finding);
      const key = keys[view](finding);
      const list = found.get(key);
      list ? list.push(finding) : found.set(key, [finding]);
    }
    for (const group of groups()) {
      const before = group.found;
      group.found = found.get(group.key) || [];
      if (group.found.length === before.length && group.found.every((finding, i) => finding === before[i])) {
        continue;
      }
      group.stale = true;
      group.limit = AT_ONCE;
      group.node.hidden = !group.found.length;
      const files = new Set(group.found.map(finding => finding.path).filter(path => text(path) !== '(repository)')).size;
      group.amount.textContent = tally(group.found) + (view === 'file' || !files ? '' : ' in ' + count(files, 'file'));
      if (view === 'file') {
        const ids = [...new Set(group.found.map(keys.check))];
        group.what.textContent = ids.slice(0, 3).join(', ') + (ids.length > 3 ? ' and ' + (ids.length - 3) + ' more' : '');
      }
      if (group.node.open) {
        fill(group);
      }
    }
    byId('shown').textContent = shown.length === all.length ? tally(all) : known(shown) + ' of ' + tally(all);
  };
  const show = () => {
    container.replaceChildren(...groups().map(group => group.node));
    render();
  };

  /* The state stands in the address, so that a view can be sent; what is as it is at first is left out. */
  let restoring = false;
  const remember = () => {
    if (restoring) {
      return;
    }
    const state = new URLSearchParams();
    if (query.value) {
      state.set('q', query.value);
    }
    if (view !== 'check') {
      state.set('by', view);
    }
    const toggled = boxes.filter(box => box.checked !== box.defaultChecked).map(box => box.value);
    if (toggled.length) {
      state.set('toggled', toggled.join(','));
    }
    const open = groups().filter(group => group.node.open).map(group => group.key);
    open.slice(0, 20).forEach(key => state.append('open', key));
    history.replaceState(null, '', '#' + state);
  };
  const reveal = id => {
    const finding = findings.find(one => one.id === id);
    const group = finding && groups().find(one => one.key === keys[view](finding));
    const at = group ? group.found.indexOf(finding) : -1;
    if (at < 0) {
      return;
    }
    group.limit = Math.max(group.limit, at + 1);
    fill(group);
    group.node.open = true;
    const node = byId('at-' + id);
    node.open = true;
    node.scrollIntoView({block: 'start'});
    node.querySelector('summary').focus({preventScroll: true});
  };
  const restore = () => {
    const hash = location.hash.slice(1);
    if (hash && !hash.includes('=')) {
      return;
    }
    const state = new URLSearchParams(hash);
    restoring = true;
    query.value = state.get('q') || '';
    view = keys[state.get('by')] ? state.get('by') : 'check';
    by.value = view;
    const toggled = (state.get('toggled') || '').split(',');
    const target = findings.find(finding => finding.id === state.get('at'));
    for (const box of boxes) {
      box.checked = box.defaultChecked !== toggled.includes(box.value)
        || Boolean(target) && box.value === target.standing;
    }
    const open = new Set(state.getAll('open'));
    groups().forEach(group => {
      group.node.open = open.has(group.key);
    });
    show();
    if (target) {
      reveal(target.id);
    } else if (open.size) {
      const first = groups().find(group => group.node.open);
      if (first) {
        first.node.scrollIntoView({block: 'start'});
      }
    }
    /* A toggle is told later than it is made. */
    setTimeout(() => {
      restoring = false;
    }, 0);
  };

  let waiting = 0;
  query.addEventListener('input', () => {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(render);
  });
  query.addEventListener('change', remember);
  by.addEventListener('change', () => {
    view = by.value;
    show();
    remember();
  });
  boxes.forEach(box => box.addEventListener('change', () => {
    render();
    remember();
  }));
  form.addEventListener('submit', event => {
    event.preventDefault();
    remember();
  });
  document.addEventListener('keydown', event => {
    if (event.key === '/' && !event.ctrlKey && !event.metaKey && !/^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) {
      event.preventDefault();
      query.focus();
    }
  });
  addEventListener('hashchange', restore);
  /* On paper nothing can be opened. */
  addEventListener('beforeprint', () => {
    restoring = true;
    for (const group of groups()) {
      group.limit = PRINTED;
      fill(group);
      group.node.open = true;
    }
    document.querySelectorAll('details').forEach(node => {
      node.open = true;
    });
  });

  form.hidden = false;
  show();
  restore();
})();
