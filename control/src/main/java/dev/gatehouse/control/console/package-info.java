/// The console: pages for the people who approve, audit and operate, on the console's listener.
///
/// [dev.gatehouse.control.console.ConsolePage] lists every address and who may use it. A page knows only what
/// an endpoint of the API tells the person who looks ([dev.gatehouse.control.admin.AdminApi#ask]), so there is
/// one place that decides who sees what. Pages are typed templates (`src/main/jte`), made Java by the build and
/// called without reflection; they work without scripts, and get livelier with them.
///
/// [dev.gatehouse.control.console.Guard] stands before every page: who is signed in, may they, and for
/// everything that changes something, did this very page ask for it (CSRF). Foreign text (statements, names,
/// reasons) reaches a page only through the templates' escaping; the Content-Security-Policy allows no inline
/// script or style anyway.
@NullMarked
package dev.gatehouse.control.console;

import org.jspecify.annotations.NullMarked;
