/// Finds personal data and secrets by their values: the net under lineage, and the command `gatehouse detect`.
///
/// A [dev.gatehouse.detection.Finder] reads a text once into [dev.gatehouse.detection.Tokens];
/// [dev.gatehouse.detection.Starts] says of each token what may begin there, and only the
/// [dev.gatehouse.detection.Recogniser]s for that are asked, and propose candidates. What speaks for and against a
/// candidate is added up as
/// log-odds: its shape, check digits and issuer, the words before and after it, and what the column's name, table and
/// type say ([dev.gatehouse.detection.Column]). Candidates above zero that do not lose to a better one at the same
/// place are the [dev.gatehouse.detection.Finding]s. What words mean is data: `words.txt`, `names.txt` and
/// `streets.txt` beside these classes.
@NullMarked
package dev.gatehouse.detection;

import org.jspecify.annotations.NullMarked;
