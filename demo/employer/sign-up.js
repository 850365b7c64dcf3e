// The bakery's own script: "sign up for this" on a vacancy leads to the form at the end of the same page, which takes over
// what the visitor has answered.
document.addEventListener('nw-sign-up-start', ({ detail }) => {
  document.querySelector('nw-sign-up').answers = detail.answers;
  document.querySelector('#aanmelden').focus();
});
