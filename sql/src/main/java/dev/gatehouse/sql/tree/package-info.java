/// The parser's tree as plain nodes, and the parser behind an interface of ours.
///
/// A [dev.gatehouse.sql.tree.Parser] turns the bytes of a SQL text into a tree; [dev.gatehouse.sql.tree.TreeReader]
/// decodes libpg_query's JSON by streaming. A [dev.gatehouse.sql.tree.Node] remembers which of its fields were looked
/// at: what nobody looked at was not understood, so a new part of the grammar can never slip through unnoticed.
@NullMarked
package dev.gatehouse.sql.tree;

import org.jspecify.annotations.NullMarked;
