/// What the gateway knows of a target's tables, types, functions and operators: a snapshot to resolve names against.
///
/// [dev.gatehouse.sql.catalogue.CatalogueQueries] has the look-ups as fixed texts; whoever has a connection runs them
/// and hands the rows to [dev.gatehouse.sql.catalogue.CatalogueBuilder], which makes a
/// [dev.gatehouse.sql.catalogue.Catalogue]. [dev.gatehouse.sql.catalogue.CatalogueJson] saves and loads one. Nothing
/// here does I/O of its own.
@NullMarked
package dev.gatehouse.sql.catalogue;

import org.jspecify.annotations.NullMarked;
