/// People who do not exist: the shop's contents, the same for the same seed.
///
/// [Population] is the whole shop as lists of records; [PopulationLoader] copies it into a database. Words of a
/// country (names, streets, sentences of support tickets) are resources read by [CountryBook]; numbers with check
/// digits come from [NationalId], [Iban] and [CardNumber] and are valid, so that detectors have something true to
/// find. Mail domains are those reserved for examples; telephone numbers lie in the ranges reserved for fiction where
/// a country has one; bank codes and card ranges are those nobody was given.
@NullMarked
package dev.gatehouse.demo.data;

import org.jspecify.annotations.NullMarked;
