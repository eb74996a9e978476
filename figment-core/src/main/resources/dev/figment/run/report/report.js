'use strict';
(() => {
  // Each pixel of these pictures as a square of whole pixels of the screen, as large as there is room.
  const most = 4;
  const fit = () => {
    const dense = window.devicePixelRatio || 1;
    for (const image of document.querySelectorAll('img.pixels')) {
      const wide = Number(image.getAttribute('width'));
      const high = Number(image.getAttribute('height'));
      const box = image.closest('section');
      const room = Math.min(box.clientWidth, 640) * dense;
      const zoom = Math.max(1, Math.min(most * dense, Math.floor(room / wide))) / dense;
      const fits = wide * zoom <= box.clientWidth;
      image.style.width = fits ? wide * zoom + 'px' : '';
      image.style.height = fits ? high * zoom + 'px' : '';
    }
  };
  fit();
  window.addEventListener('resize', fit);

  for (const player of document.querySelectorAll('.player')) {
    const frames = [...player.querySelectorAll('figure')];
    const controls = player.querySelector('.controls');
    if (!controls) {
      continue;
    }
    const range = controls.querySelector('input');
    const button = controls.querySelector('button');
    let timer = 0;
    const show = () => {
      const at = Number(range.value);
      frames.forEach((each, i) => each.classList.toggle('shown', i === at));
      range.setAttribute('aria-valuetext', frames[at].querySelector('figcaption').textContent);
    };
    const pause = () => {
      clearInterval(timer);
      timer = 0;
      button.textContent = 'Play';
    };
    const next = () => {
      if (Number(range.value) === frames.length - 1) {
        pause();
      } else {
        range.value = Number(range.value) + 1;
        show();
      }
    };
    const play = () => {
      if (Number(range.value) === frames.length - 1) {
        range.value = 0;
        show();
      }
      button.textContent = 'Pause';
      timer = setInterval(next, Math.max(80, Math.min(600, 8000 / frames.length)));
    };
    button.addEventListener('click', () => (timer ? pause() : play()));
    range.addEventListener('input', () => { pause(); show(); });
    document.addEventListener('keydown', event => {
      const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      if (step && event.target === document.body && !event.ctrlKey && !event.altKey && !event.metaKey) {
        pause();
        range.value = Number(range.value) + step;
        show();
      }
    });
    player.classList.add('playing');
    controls.hidden = false;
    show();
  }
})();
