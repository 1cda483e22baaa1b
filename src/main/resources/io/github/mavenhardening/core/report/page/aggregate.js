'use strict';
(() => {
  const query = document.getElementById('query');
  const rows = [...document.querySelectorAll('#rows > tr')];
  const index = rows.map(row => (row.textContent + ' ' + row.dataset.words).toLowerCase());
  const render = () => {
    const words = query.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    rows.forEach((row, i) => {
      row.hidden = !words.every(word => index[i].includes(word));
      shown += row.hidden ? 0 : 1;
    });
    document.getElementById('shown').textContent = shown === rows.length ? '' : shown + ' of ' + rows.length;
  };
  /* The filter stands in the address, so that it can be sent. */
  const remember = () => history.replaceState(null, '', '#' + (query.value ? new URLSearchParams({q: query.value}) : ''));
  const restore = () => {
    query.value = new URLSearchParams(location.hash.slice(1)).get('q') || '';
    render();
  };
  query.addEventListener('input', render);
  query.addEventListener('change', remember);
  document.getElementById('filter').addEventListener('submit', event => {
    event.preventDefault();
    remember();
  });
  addEventListener('hashchange', restore);
  document.getElementById('filter').hidden = false;
  restore();
})();
