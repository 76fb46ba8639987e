// What script adds, and nothing that a page needs: a page with errors starts at their summary, a second click is ignored, and a page
// that shows something which changes (a board, an import) fetches its part anew when the server says so.

const quietMilliseconds = 1000;

function focusFirst(selector) {
  const element = document.querySelector(selector);
  if (!element) return;
  element.setAttribute('tabindex', '-1');
  element.addEventListener('blur', () => element.removeAttribute('tabindex'), { once: true });
  element.focus();
}

function ignoreSecondClick(form) {
  let sentAt = -Infinity;
  form.addEventListener('submit', (event) => {
    if (event.timeStamp - sentAt < quietMilliseconds) event.preventDefault();
    else sentAt = event.timeStamp;
  });
}

// Numbers a person has opened stay open when the part is fetched anew.
function openedDetails(part) {
  return new Set([...part.querySelectorAll('details[open]')].map((each) => each.dataset.key).filter(Boolean));
}

// Somebody who is no longer signed in is led to another page, which is no part of this one: that is refused.
async function fetchAnew(part) {
  const answer = await fetch(part.dataset.live, { headers: { Accept: 'text/html' }, redirect: 'error' });
  if (!answer.ok) return false;
  const opened = openedDetails(part);
  const focused = document.activeElement?.id;
  part.innerHTML = await answer.text();
  part.querySelectorAll('details').forEach((each) => {
    if (opened.has(each.dataset.key)) each.open = true;
  });
  if (focused) document.getElementById(focused)?.focus();
  return true;
}

// data-events names the stream, data-live the part's own address, data-announce what a screen reader is told.
function follow(part) {
  const status = document.querySelector('.app-status');
  const stream = new EventSource(part.dataset.events);
  const stop = () => {
    stream.close();
    if (status) status.textContent = 'Live updates have stopped. Reload the page.';
  };
  stream.addEventListener('changed', async () => {
    const fetched = await fetchAnew(part).catch(() => false);
    if (status && fetched) status.textContent = part.dataset.announce;
    else if (status) status.textContent = 'This page has changed. Reload it to see how.';
  });
  stream.addEventListener('finished', () => {
    stream.close();
    window.location.reload();
  });
  stream.addEventListener('ended', stop);
  // A broken connection is tried again by the browser; one that is refused is not.
  stream.addEventListener('error', () => {
    if (stream.readyState === EventSource.CLOSED) stop();
  });
  window.addEventListener('pagehide', () => stream.close());
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) window.location.reload();
  });
}

focusFirst('[data-module="nhsuk-error-summary"], .nhsuk-notification-banner--success');
document.querySelectorAll('form').forEach(ignoreSecondClick);
document.querySelectorAll('[data-events]').forEach(follow);
