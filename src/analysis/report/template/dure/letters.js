/* How words are found: however they are spaced, by first consonants, and while a syllable is being typed. */
var FIRST = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";

function syllable(letter) {
  var code = letter.charCodeAt(0) - 0xAC00;
  return code >= 0 && code < 11172 ? code : -1;
}
/* Letters that count, each with its place in the text: no blanks, no capitals, Hangul put together. */
function letters(text) {
  var found = [], places = [];
  for (var at = 0; at < text.length; at += 1) {
    var low = text[at].toLowerCase();
    if (low.length === 1 && !/\s/.test(low)) { found.push(low); places.push(at); }
  }
  return { text: text, letters: found, places: places };
}
/* A first consonant stands for every syllable that begins with it; the last syllable may still lack its final one. */
function same(sought, letter, unfinished) {
  if (sought === letter) { return true; }
  var code = syllable(letter);
  if (code < 0) { return false; }
  if (sought === FIRST[Math.floor(code / 588)]) { return true; }
  var own = syllable(sought);
  return unfinished && own >= 0 && own % 28 === 0 && own === code - code % 28;
}
function findIn(words, part, loose) {
  var last = words.letters.length - part.length;
  for (var start = 0; start <= last; start += 1) {
    var at = 0;
    while (at < part.length && same(part[at], words.letters[start + at], loose && at === part.length - 1)) { at += 1; }
    if (at === part.length) { return [words.places[start], words.places[start + at - 1] + 1]; }
  }
  return null;
}
