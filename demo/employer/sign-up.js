// The bakery's own script: "sign up for this" on a vacancy leads to the form at the end of the same page.
document.addEventListener('nw-sign-up-start', () => document.querySelector('#aanmelden').focus());
